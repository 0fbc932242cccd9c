import { spawnSync } from 'node:child_process';
import { subgraphs } from '@moa/contracts';
import type { IDeploymentSpec } from 'kubernetes-models/apps/v1';
import type { IHorizontalPodAutoscalerSpec } from 'kubernetes-models/autoscaling/v2';
import type { IIngressSpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { IPodDisruptionBudgetSpec } from 'kubernetes-models/policy/v1';
import type { IContainer, IServiceSpec } from 'kubernetes-models/v1';
import { beforeAll, describe, expect, test } from 'vitest';
import { knownVariables } from '../src/known-variables.ts';
import { unknownFields, wrongValues } from './kubernetes/check.ts';
import {
  type Manifest,
  type Overlay,
  ofKind,
  renderOverlays,
  selects,
  type Workload,
  workloadsIn,
} from './kubernetes/manifests.ts';
import { reachIn } from './kubernetes/reach.ts';

const names = ['staging', 'production'];
const parts = [...subgraphs, 'router'].map((name) => `moa-${name}`);
const busy = ['moa-router', 'moa-taxi', 'moa-pay'];
/** Its kustomize is of version 5: Debian's own kubectl is older than components and labels. */
const hasKubectl = /Kustomize Version: v([5-9]|\d\d)/.test(
  spawnSync('kubectl', ['version', '--client']).stdout?.toString(),
);
if (!hasKubectl) console.warn('!!! There is no kubectl of 1.27 or newer: the Kubernetes manifests are NOT CHECKED.');

describe.skipIf(!hasKubectl)('Kubernetes manifests (need kubectl)', () => {
  let overlays: readonly Overlay[];
  const overlay = (name: string): Overlay => overlays[names.indexOf(name)] ?? { name, schema: [], parts: [] };
  const all = (name: string): readonly Manifest[] => [...overlay(name).schema, ...overlay(name).parts];

  beforeAll(() => {
    overlays = renderOverlays(names);
  });

  test('are what Kubernetes’ schemas allow, without a field that they don’t know', async () => {
    const manifests = names.flatMap(all);
    expect(await wrongValues(manifests)).toEqual([]);
    expect(unknownFields(manifests)).toBe('');
  });

  describe.each(names)('%s', (name) => {
    test('runs every part, and scales it in its bounds', () => {
      const deployments = ofKind('Deployment', all(name));
      expect(deployments.map(({ metadata }) => metadata.name).toSorted()).toEqual(parts.toSorted());
      // A number here would undo the autoscaler's at every apply.
      expect(deployments.filter(({ spec }) => (spec as IDeploymentSpec).replicas !== undefined)).toEqual([]);
      const bounds = ofKind('HorizontalPodAutoscaler', all(name)).map(({ spec }) => {
        const { scaleTargetRef, minReplicas, maxReplicas } = spec as IHorizontalPodAutoscalerSpec;
        return [`${scaleTargetRef.kind} ${scaleTargetRef.name}`, minReplicas, maxReplicas];
      });
      const expected = parts.map((part) => [`Deployment ${part}`, ...(busy.includes(part) ? [3, 20] : [1, 10])]);
      expect(bounds.toSorted()).toEqual(expected.toSorted());
    });

    test('hardens, bounds and probes every container', () => {
      const faults = workloadsIn(all(name)).flatMap((workload) => faultsOf(workload));
      expect(faults).toEqual([]);
    });

    test('gives each part its own secrets, only variables that Moa reads, and the admin’s password to the migration', () => {
      const known = knownVariables();
      const given = workloadsIn(all(name)).filter(({ name }) => !['postgres', 'redis'].includes(name));
      const variables = new Map(given.map((workload) => [workload.name, variablesOf(workload, all(name))]));
      for (const each of variables.values()) expect(each.filter((variable) => !known.has(variable))).toEqual([]);
      const holders = (variable: string) =>
        [...variables].flatMap(([part, of]) => (of.includes(variable) ? [part] : []));
      expect(holders('DATABASE_URL')).toEqual(['migrate']);
      expect(holders('IDENTITY_PRIVATE_KEYS').toSorted()).toEqual(['moa-order', 'moa-plan', 'moa-router', 'moa-taxi']);
      for (const subgraph of subgraphs) {
        expect(holders(`${subgraph.toUpperCase()}_DATABASE_URL`).toSorted()).toEqual(['migrate', `moa-${subgraph}`]);
      }
      for (const subgraph of subgraphs)
        expect(configured(all(name), `${subgraph.toUpperCase()}_URL`)).toBe(`http://moa-${subgraph}:4000/graphql`);
    });

    test('every Service, budget and way in leads to the pods of one workload, at a port that they have', () => {
      const workloads = workloadsIn(all(name));
      const services = ofKind('Service', all(name)).map(({ metadata, spec }) => {
        const { selector = {}, ports = [] } = spec as IServiceSpec;
        const chosen = workloads.filter(({ template }) =>
          selects({ matchLabels: selector }, template.metadata?.labels ?? {}),
        );
        const has = (port: string | number | undefined) =>
          chosen.every((workload) => portsOf(workload).some((own) => own.name === port));
        return [metadata.name, chosen.map(({ name }) => name).join(), ports.every(({ targetPort }) => has(targetPort))];
      });
      const chosen = ofKind('Service', all(name)).map(({ metadata }) => metadata.name);
      expect(services).toEqual(chosen.map((service) => [service, service, true]));

      const budgets = ofKind('PodDisruptionBudget', all(name)).map(({ metadata, spec }) => {
        const { selector = {}, maxUnavailable } = spec as IPodDisruptionBudgetSpec;
        const pods = workloads.filter(({ template }) => selects(selector, template.metadata?.labels ?? {}));
        return [metadata.name, pods.map(({ name }) => name).join(), maxUnavailable];
      });
      expect(budgets.toSorted()).toEqual(parts.toSorted().map((part) => [part, part, 1]));

      const [ingress] = ofKind('Ingress', all(name));
      const { rules = [], tls = [] } = (ingress?.spec ?? {}) as IIngressSpec;
      expect(rules.flatMap(({ http }) => http?.paths.map(({ backend }) => backend.service))).toEqual([
        { name: 'moa-router', port: { name: 'graph' } },
      ]);
      expect(tls.flatMap(({ hosts = [] }) => hosts)).toEqual(rules.map(({ host }) => host));
    });

    test('lives in one namespace, which asks for the restricted profile', () => {
      const namespaces = all(name).map(({ metadata }) => metadata.namespace ?? metadata.name);
      expect(new Set(namespaces)).toEqual(new Set([`moa-${name}`]));
    });
  });

  test('listens where its subgraph listens', () => {
    const ports = workloadsIn(overlay('production').parts).map((workload) => [
      workload.name,
      portsOf(workload).find(({ name }) => name === 'graph')?.containerPort,
    ]);
    expect(Object.fromEntries(ports)).toEqual({
      'moa-router': 4000,
      ...Object.fromEntries(subgraphs.map((subgraph, index) => [`moa-${subgraph}`, 4001 + index])),
    });
  });

  test('lets exactly those speak with each other who do', () => {
    const manifests = all('staging');
    expect(reachIn(manifests, workloadsIn(manifests)).toSorted()).toEqual(
      [
        ...subgraphs.map((subgraph) => `router → ${subgraph}: graph`),
        'order → delivery: graph',
        'taxi → pay: graph',
        'plan → pay: graph',
        ...[...subgraphs, 'migrate'].map((component) => `${component} → postgres: postgres`),
        ...[...subgraphs, 'router'].map((component) => `${component} → redis: redis`),
      ].toSorted(),
    );
  });
});

function faultsOf({ name, template: { spec } }: Workload): readonly string[] {
  const [container] = spec?.containers ?? [];
  const { resources, securityContext, livenessProbe, readinessProbe, startupProbe } =
    container ?? ({} as Partial<IContainer>); // then every rule is broken
  const ends = name === 'migrate';
  const rules: Readonly<Record<string, boolean>> = {
    'one container': spec?.containers.length === 1,
    'non-root': spec?.securityContext?.runAsNonRoot === true,
    seccomp: spec?.securityContext?.seccompProfile?.type === 'RuntimeDefault',
    'read-only root': securityContext?.readOnlyRootFilesystem === true,
    'no privileges': securityContext?.allowPrivilegeEscalation === false,
    'no capabilities': securityContext?.capabilities?.drop?.join() === 'ALL',
    'no token': spec?.automountServiceAccountToken === false,
    'requests and limits': ['cpu', 'memory'].every((one) => resources?.requests?.[one] && resources.limits?.[one]),
    probes: ends || Boolean(livenessProbe && readinessProbe && startupProbe),
    'time to drain': !parts.includes(name) || (spec?.terminationGracePeriodSeconds ?? 0) >= 5 + 25 + 5,
    'image of a version': /:(?!latest)\S+$/.test(container?.image ?? ''),
  };
  return Object.entries(rules).flatMap(([rule, kept]) => (kept ? [] : [`${name}: ${rule}`]));
}

const portsOf = ({ template }: Workload) => (template.spec?.containers ?? []).flatMap(({ ports = [] }) => ports);

/** Names of all variables that a workload's container gets. @throws when what it refers to is not there */
function variablesOf({ name, template }: Workload, manifests: readonly Manifest[]): readonly string[] {
  const sources = (kind: string, wanted: string | undefined): readonly string[] => {
    const source = ofKind(kind, manifests).find(({ metadata }) => metadata.name === wanted);
    if (!source) throw new Error(`${name} refers to the ${kind} ${wanted}, which is not there.`);
    return Object.keys(source.data ?? {});
  };
  return (template.spec?.containers ?? []).flatMap(({ env = [], envFrom = [] }) => [
    ...env.map((variable) => variable.name),
    ...envFrom.flatMap(({ configMapRef, secretRef }) => [
      ...(configMapRef ? sources('ConfigMap', configMapRef.name) : []),
      ...(secretRef ? sources('Secret', secretRef.name) : []),
    ]),
  ]);
}

const configured = (manifests: readonly Manifest[], variable: string): string | undefined =>
  ofKind('ConfigMap', manifests).find(({ data }) => data?.[variable])?.data?.[variable];
