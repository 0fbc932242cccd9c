import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

const subgraphs = readdirSync('subgraphs').filter((name) => existsSync(`subgraphs/${name}/src/resolvers/mappers.json`));

/** mappers.json of a subgraph: a GraphQL type → the domain type that its resolvers receive. */
const mappersOf = (name: string) => JSON.parse(readFileSync(`subgraphs/${name}/src/resolvers/mappers.json`, 'utf8'));

const config: CodegenConfig = {
  silent: true,
  generates: Object.fromEntries(
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
};

export default config;
