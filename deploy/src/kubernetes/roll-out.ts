import type { Kubectl } from './kubectl.ts';
import { changedSince, type Revisions, readRevisions } from './revisions.ts';

export type Outcome =
  | { readonly kind: 'rolled out' }
  /** The cluster would not have it, or the databases could not be brought up to date: all parts are as they were. */
  | { readonly kind: 'refused'; readonly step: string }
  /** A part of the new version did not become ready. `left`: new parts, which have nothing to go back to, and whatever could not be taken back. */
  | { readonly kind: 'rolled back'; readonly parts: readonly string[]; readonly left: readonly string[] };

const subgraphs = ['-l', 'app.kubernetes.io/component!=router'];
const readiness = ['--timeout=600s'];

/**
 * Brings an overlay's version into the cluster: a dry run, the schema, the subgraphs, then the routers, each when those
 * before it are ready. When one of them does not become so, what was changed gets its former revision back. The schema
 * stays: migrations only add, and the former version runs on it.
 */
export async function rollOut(overlay: string, namespace: string, kubectl: Kubectl): Promise<Outcome> {
  const done = async (...args: readonly string[]) => (await kubectl(...args)).code === 0;
  const inside = (...args: readonly string[]) => done('-n', namespace, ...args);
  const schema = `${overlay}/schema`;

  // Nothing can be tried inside a namespace that is not there.
  const exists = (await kubectl('get', 'namespace', namespace, '--ignore-not-found', '-o', 'name')).text.trim() !== '';
  for (const folder of [schema, overlay]) {
    if (exists) await kubectl('diff', '-k', folder);
    const dryRun = `--dry-run=${exists ? 'server' : 'client'}`;
    if (!(await done('apply', dryRun, '-k', folder))) return { kind: 'refused', step: 'the dry run' };
  }

  // A Job can't be changed, only made anew.
  const migrated =
    (!exists || (await inside('delete', 'job', 'migrate', '--ignore-not-found'))) &&
    (await done('apply', '-k', schema)) &&
    (await inside('wait', '--for=condition=complete', '--timeout=600s', 'job/migrate'));
  if (!migrated) return { kind: 'refused', step: 'the migration' };

  const before = await readRevisions(kubectl, namespace);
  const ready = () => inside('rollout', 'status', 'deployment', '-l', 'app.kubernetes.io/name=moa', ...readiness);
  const parts =
    (await done('apply', '-k', overlay, ...subgraphs)) &&
    (await ready()) &&
    (await done('apply', '-k', overlay)) &&
    (await ready());
  return parts ? { kind: 'rolled out' } : rollBack(namespace, before, kubectl);
}

/** Only what has changed: one that has not would go back to the version before its own. */
async function rollBack(namespace: string, before: Revisions, kubectl: Kubectl): Promise<Outcome> {
  const taken: string[] = [];
  const left: string[] = [];
  for (const { name, earlier } of changedSince(before, await readRevisions(kubectl, namespace))) {
    const undo = ['-n', namespace, 'rollout', 'undo', `deployment/${name}`, `--to-revision=${earlier}`];
    const back = earlier !== undefined && (await kubectl(...undo)).code === 0;
    (back ? taken : left).push(name);
  }
  await kubectl('-n', namespace, 'rollout', 'status', 'deployment', '-l', 'app.kubernetes.io/name=moa', ...readiness);
  return { kind: 'rolled back', parts: taken, left };
}
