import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { subgraphs } from '@moa/contracts';
import { CompositionError, compose } from '@moa/router';
import { breakingChanges } from './breaking-changes.ts';
import { Refusal } from './refusal.ts';

const help = `npm run compose [-- --check | --allow-breaking]

Composes subgraphs/*/schema.graphql into router/supergraph.graphql. A change that breaks clients is refused.
  --check            write nothing; fail when the committed supergraph is not what the schemas compose to
  --allow-breaking   write even what breaks clients
`;

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, 'allow-breaking': { type: 'boolean' }, help: { type: 'boolean' } },
});
const file = new URL('../../router/supergraph.graphql', import.meta.url);
const schemaFile = (name: string) => new URL(`../../subgraphs/${name}/schema.graphql`, import.meta.url);

if (values.help) process.stdout.write(help);
else {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof CompositionError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function run(): void {
  const composed = compose(
    subgraphs.map((name) => ({
      name,
      // Where subgraphs really are is the business of whoever starts the router.
      url: `http://${name}.invalid/graphql`,
      sdl: readFileSync(schemaFile(name), 'utf8'),
    })),
  );
  const committed = readCommitted();
  if (committed === composed) return;
  if (values.check) {
    throw new Refusal(
      'router/supergraph.graphql is not what the schemas compose to. Run npm run compose, and commit it.',
    );
  }
  const breaking = committed === undefined ? [] : breakingChanges(committed, composed);
  if (breaking.length > 0 && !values['allow-breaking']) {
    const list = breaking.map((change) => `- ${change}`).join('\n');
    throw new Refusal(`This would break clients:\n${list}\nDeprecate instead, or use --allow-breaking.`);
  }
  writeFileSync(file, composed);
  process.stdout.write('Wrote router/supergraph.graphql.\n');
}

function readCommitted(): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // the first composition
  }
}
