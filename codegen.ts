import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { loadSupergraph } from '@moa/router';
import { printSchema } from 'graphql';

const subgraphs = readdirSync('subgraphs').filter((name) => existsSync(`subgraphs/${name}/src/resolvers/mappers.json`));

/** mappers.json of a subgraph: a GraphQL type → the domain type that its resolvers receive. */
const mappersOf = (name: string) => JSON.parse(readFileSync(`subgraphs/${name}/src/resolvers/mappers.json`, 'utf8'));

/** What clients see of the supergraph. */
const apiSchema = (): string =>
  printSchema(loadSupergraph(readFileSync('router/supergraph.graphql', 'utf8')).apiSchema);

const config: CodegenConfig = {
  silent: true,
  generates: {
    ...Object.fromEntries(
      subgraphs.map((name) => [
        `subgraphs/${name}/src/resolvers/schema.gen.ts`,
        {
          schema: [`subgraphs/${name}/schema.graphql`, 'shared/subgraph/federation.graphql'],
          plugins: ['typescript', 'typescript-resolvers'],
          config: {
            federation: true,
            useTypeImports: true,
            enumsAsTypes: true,
            immutableTypes: true,
            skipTypename: true,
            inputMaybeValue: 'T | null | undefined',
            contextType: './context.ts#GraphContext',
            mappers: mappersOf(name),
            scalars: {
              ID: 'string',
              Date: 'string',
              DateTime: { input: 'Date', output: 'Date | string' },
              Won: '@moa/money#Won',
            },
          },
        },
      ]),
    ),
    // The operations of each page, typed, beside it.
    'web/src/': {
      preset: 'near-operation-file',
      presetConfig: { extension: '.gen.ts' },
      schema: apiSchema(),
      documents: ['web/src/**/*.graphql'],
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        useTypeImports: true,
        enumType: 'string-literal',
        enumsAsTypes: true,
        immutableTypes: true,
        nonOptionalTypename: true,
        scalars: { ID: 'string', Date: 'string', DateTime: 'string', Won: 'number' },
      },
    },
  },
};

export default config;
