// `npm run kubernetes:roll-out -- OVERLAY`: a version into the cluster of the current context.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { kubectl } from './kubectl.ts';
import { type Outcome, rollOut } from './roll-out.ts';

const help = `npm run kubernetes:roll-out -- OVERLAY

Shows what will change and tries it without doing it (kubectl diff, --dry-run=server), then brings the databases up to date,
then the subgraphs, then the routers. Parts that do not become ready get their former revision back, and the exit code is 1.

  OVERLAY   a folder such as deploy/kubernetes/overlays/staging, with its secrets (npm run kubernetes:secrets)
`;

const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
const [overlay] = positionals;

if (values.help) process.stdout.write(help);
else if (overlay === undefined) {
  process.stderr.write(help);
  process.exitCode = 2;
} else {
  const text = readFileSync(path.join(overlay, 'kustomization.yaml'), 'utf8');
  const { namespace } = parse(text) as { namespace: string }; // every overlay names one
  const outcome = await rollOut(overlay.replace(/\/$/, ''), namespace, kubectl);
  process.exitCode = outcome.kind === 'rolled out' ? 0 : 1;
  process.stdout.write(`${sayingOf(outcome)}\n`);
}

function sayingOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'rolled out':
      return 'The new version runs.';
    case 'refused':
      return `Nothing was replaced: ${outcome.step} failed.`;
    case 'rolled back': {
      const left = outcome.left.length > 0 ? ` Look after these: ${outcome.left.join(', ')}.` : '';
      return `The new version did not become ready. Rolled back: ${outcome.parts.join(', ') || 'nothing'}.${left}`;
    }
  }
}
