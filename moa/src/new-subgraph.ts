import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { subgraphs } from '@moa/contracts';
import { compose } from '@moa/router';
import { Kind, parse } from 'graphql';
import { portOf } from './config.ts';
import { type Edit, editsFor } from './new-subgraph/edits.ts';
import { type Names, namesOf, UnfitName } from './new-subgraph/names.ts';
import { writeTemplates } from './new-subgraph/write.ts';

const help = `npm run new:subgraph -- NAME [--type TYPE]

Writes subgraphs/NAME: one type, a query and a mutation, with database, access rules and tests. Then names it everywhere
that subgraphs are named, generates its resolver types and composes the supergraph.
  NAME          one lower-case word, such as library
  --type TYPE   its first GraphQL type, such as BookLoan; NAME with a capital letter unless told
`;

const root = fileURLToPath(new URL('../..', import.meta.url));
const inRoot = (...steps: readonly string[]): string => path.join(root, ...steps);

const { values, positionals } = parseArgs({
  options: { type: { type: 'string' }, help: { type: 'boolean' } },
  allowPositionals: true,
});
const [name] = positionals;

if (values.help || name === undefined) {
  process.stdout.write(help);
  process.exitCode = values.help ? 0 : 2;
} else {
  try {
    create(namesOf(name, values.type));
  } catch (error) {
    if (!(error instanceof UnfitName)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function create(names: Names): void {
  refuseTaken(names);
  writeTemplates(inRoot('moa/templates/subgraph'), inRoot('subgraphs', names.name), names);
  const port = portOf('router', { PORT: 4000 }) + 1 + subgraphs.length;
  const deployed = inRoot('deploy/kubernetes/base', names.name);
  writeTemplates(inRoot('moa/templates/kubernetes'), deployed, { ...names, port: String(port) });
  const edits = editsFor(names, port);
  const edited = edits.filter(applied);
  const byHand = edits.filter((edit) => !edited.includes(edit)).map(({ file, what }) => `${file}: ${what}`);
  const files = edited.map(({ file }) => file);
  runTool('graphql-codegen', '--config', 'codegen.ts');
  runTool('biome', 'check', '--write', `subgraphs/${names.name}`, ...files.filter((file) => /\.(ts|json)$/.test(file)));
  composeAll([...subgraphs, names.name]);
  process.stdout.write(report(names, files, byHand));
}

/** False when the place does not look as the edit expects; it is left alone then. */
function applied({ file, change }: Edit): boolean {
  const after = change(readFileSync(inRoot(file), 'utf8'));
  if (after !== undefined) writeFileSync(inRoot(file), after);
  return after !== undefined;
}

function refuseTaken({ name, Type, type }: Names): void {
  if (existsSync(inRoot('subgraphs', name))) throw new UnfitName(`subgraphs/${name} is there already.`);
  const { definitions } = parse(readFileSync(inRoot('router/supergraph.graphql'), 'utf8'));
  for (const definition of definitions) {
    if (!('name' in definition) || !definition.name) continue;
    const taken =
      definition.name.value === Type ||
      (definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
        definition.name.value === 'Query' &&
        definition.fields?.some((field) => field.name.value === type));
    if (taken) throw new UnfitName(`The graph knows ${Type} already. Name another type with --type.`);
  }
}

/** In this process, which still knows the list of subgraphs as it was before. */
function composeAll(all: readonly string[]): void {
  const schemas = all.map((each) => ({
    name: each,
    url: `http://${each}.invalid/graphql`,
    sdl: readFileSync(inRoot('subgraphs', each, 'schema.graphql'), 'utf8'),
  }));
  writeFileSync(inRoot('router/supergraph.graphql'), compose(schemas));
}

/** Runs a tool that npm ci installed. */
function runTool(command: string, ...args: readonly string[]): void {
  const PATH = [inRoot('node_modules/.bin'), process.env.PATH].join(path.delimiter);
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')} ended with ${status}.`);
}

function report({ name, Type }: Names, edited: readonly string[], byHand: readonly string[]): string {
  const lines = (texts: readonly string[]): string => texts.map((text) => `  ${text}\n`).join('');
  const rest =
    byHand.length > 0 ? `\nThese look different than expected; please edit them yourself:\n${lines(byHand)}` : '';
  return `
Wrote subgraphs/${name}, which begins with the type ${Type}, and named it in
${lines(edited)}${rest}
Next:
  npm install                          links the new package
  npx vitest run subgraphs/${name}
  npm start

After a change of subgraphs/${name}/schema.graphql: npm run generate, then npm run compose.
`;
}
