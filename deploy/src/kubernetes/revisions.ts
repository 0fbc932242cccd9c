import type { Kubectl } from './kubectl.ts';

/** The revision of each of Moa's Deployments by its name. */
export type Revisions = ReadonlyMap<string, string>;

const annotation = 'deployment.kubernetes.io/revision';

/** @throws when the cluster does not answer */
export async function readRevisions(kubectl: Kubectl, namespace: string): Promise<Revisions> {
  const selector = ['-l', 'app.kubernetes.io/name=moa'];
  const { code, text } = await kubectl('-n', namespace, 'get', 'deployments', ...selector, '-o', 'json');
  if (code !== 0) throw new Error('The cluster does not say which Deployments there are.');
  const { items } = JSON.parse(text) as {
    items: { metadata: { name: string; annotations?: Record<string, string> } }[];
  }; // a list, by Kubernetes' API
  return new Map(items.map(({ metadata }) => [metadata.name, metadata.annotations?.[annotation] ?? '']));
}

/** Those that have another revision now, each with the one before; nothing to go back to where it is new. */
export const changedSince = (before: Revisions, now: Revisions) =>
  [...now].flatMap(([name, revision]) => {
    const earlier = before.get(name);
    return revision === earlier ? [] : [{ name, earlier: earlier || undefined }];
  });
