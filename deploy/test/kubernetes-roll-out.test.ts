import { expect, test } from 'vitest';
import type { Kubectl } from '../src/kubernetes/kubectl.ts';
import { rollOut } from '../src/kubernetes/roll-out.ts';

type Cluster = { readonly kubectl: Kubectl; readonly asked: () => readonly string[] };

/** A cluster as kubectl shows it. Each apply gives the Deployments that it reaches a new revision; what matches `refuses` fails. */
function cluster(revisions: Readonly<Record<string, number>>, refuses?: RegExp): Cluster {
  const now = new Map(Object.entries(revisions));
  const asked: string[] = [];
  const renew = (names: readonly string[]) => {
    for (const name of names) now.set(name, (now.get(name) ?? 0) + 1);
  };
  return {
    asked: () => asked.filter((line) => !/^(get|diff|-n moa get)/.test(line)),
    async kubectl(...args) {
      const line = args.join(' ');
      asked.push(line);
      if (refuses?.test(line)) return { code: 1, text: '' };
      if (line.startsWith('get namespace')) return { code: 0, text: now.size > 0 ? 'namespace/moa' : '' };
      if (line.startsWith('apply -k o -l')) renew(['moa-order', 'moa-pay']);
      else if (line === 'apply -k o') renew(['moa-router']);
      return { code: 0, text: line.endsWith('json') ? JSON.stringify({ items: [...now].map(deployment) }) : '' };
    },
  };
}

const deployment = ([name, revision]: readonly [string, number]) => ({
  metadata: { name, annotations: { 'deployment.kubernetes.io/revision': String(revision) } },
});

const running = { 'moa-order': 4, 'moa-pay': 7, 'moa-router': 2 };
const status = '-n moa rollout status deployment -l app.kubernetes.io/name=moa --timeout=600s';
const dryRun = ['apply --dry-run=server -k o/schema', 'apply --dry-run=server -k o'];

test('tries first, then the schema, the subgraphs and the routers', async () => {
  const { kubectl, asked } = cluster(running);
  expect(await rollOut('o', 'moa', kubectl)).toEqual({ kind: 'rolled out' });
  expect(asked()).toEqual([
    ...dryRun,
    '-n moa delete job migrate --ignore-not-found',
    'apply -k o/schema',
    '-n moa wait --for=condition=complete --timeout=600s job/migrate',
    'apply -k o -l app.kubernetes.io/component!=router',
    status,
    'apply -k o',
    status,
  ]);
});

test('does nothing after a dry run that failed', async () => {
  const { kubectl, asked } = cluster(running, /server -k o$/);
  expect(await rollOut('o', 'moa', kubectl)).toEqual({ kind: 'refused', step: 'the dry run' });
  expect(asked()).toEqual(dryRun);
});

test('replaces no part when the migration failed', async () => {
  const { kubectl, asked } = cluster(running, /wait/);
  expect(await rollOut('o', 'moa', kubectl)).toEqual({ kind: 'refused', step: 'the migration' });
  expect(asked().filter((line) => line.startsWith('apply -k o '))).toEqual([]);
});

test('gives what was changed its former revision back, and leaves the rest alone', async () => {
  const { kubectl, asked } = cluster(running, /rollout status/);
  expect(await rollOut('o', 'moa', kubectl)).toEqual({
    kind: 'rolled back',
    parts: ['moa-order', 'moa-pay'],
    left: [],
  });
  expect(asked().filter((line) => line.includes('undo'))).toEqual([
    '-n moa rollout undo deployment/moa-order --to-revision=4',
    '-n moa rollout undo deployment/moa-pay --to-revision=7',
  ]);
});

test('says which parts are new and have nothing to go back to', async () => {
  const { kubectl } = cluster({}, /rollout status/);
  expect(await rollOut('o', 'moa', kubectl)).toEqual({
    kind: 'rolled back',
    parts: [],
    left: ['moa-order', 'moa-pay'],
  });
});
