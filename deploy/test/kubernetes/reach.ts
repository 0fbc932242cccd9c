import type { INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1';
import { type Labels, type Manifest, ofKind, selects, type Workload } from './manifests.ts';

type Pod = { readonly component: string; readonly labels: Labels; readonly ports: Readonly<Record<string, number>> };

/** Every `from → to: port` inside the namespace that the NetworkPolicies let through on both sides. */
export function reachIn(manifests: readonly Manifest[], workloads: readonly Workload[]): readonly string[] {
  const policies = ofKind('NetworkPolicy', manifests).map(({ spec }) => spec as INetworkPolicySpec); // the schemas have seen them
  const pods = workloads.map(podOf);
  return pods.flatMap((from) =>
    pods.flatMap((to) =>
      Object.entries(to.ports).flatMap(([name, port]) => {
        if (from === to) return [];
        const out = policies.some((policy) => lets(policy, 'egress', from, to, { name, port }));
        const into = policies.some((policy) => lets(policy, 'ingress', from, to, { name, port }));
        return out && into ? [`${from.component} → ${to.component}: ${name}`] : [];
      }),
    ),
  );
}

function lets(
  { podSelector = {}, egress = [], ingress = [] }: INetworkPolicySpec,
  way: 'egress' | 'ingress',
  from: Pod,
  to: Pod,
  { name, port }: { readonly name: string; readonly port: number },
): boolean {
  const [own, other] = way === 'egress' ? [from, to] : [to, from];
  if (!selects(podSelector, own.labels)) return false;
  const rules =
    way === 'egress'
      ? egress.map((rule) => ({ ...rule, peers: rule.to }))
      : ingress.map((rule) => ({ ...rule, peers: rule.from }));
  return rules.some(
    ({ peers, ports }) =>
      (peers === undefined ||
        peers.some(
          (peer) => !peer.namespaceSelector && !!peer.podSelector && selects(peer.podSelector, other.labels),
        )) &&
      (ports === undefined || ports.some((allowed) => allowed.port === name || allowed.port === port)),
  );
}

function podOf({ template: { metadata, spec } }: Workload): Pod {
  const labels = metadata?.labels ?? {};
  const ports = (spec?.containers ?? []).flatMap(({ ports = [] }) => ports);
  return {
    component: labels['app.kubernetes.io/component'] ?? '',
    labels,
    ports: Object.fromEntries(ports.map(({ name = '', containerPort }) => [name, containerPort])),
  };
}
