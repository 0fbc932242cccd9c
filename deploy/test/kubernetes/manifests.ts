import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INetworkPolicySpec } from 'kubernetes-models/networking.k8s.io/v1';
import type { IPodTemplateSpec } from 'kubernetes-models/v1';
import { parseAllDocuments } from 'yaml';

const deploy = path.resolve(import.meta.dirname, '../..');

/** One object, as far as all kinds have the same. The rules look at the fields of their own kind. */
export type Manifest = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Labels };
  readonly data?: Labels;
  readonly stringData?: Labels;
  readonly spec?: unknown;
};
export type Labels = Readonly<Record<string, string>>;

export type Overlay = {
  readonly name: string;
  /** What is applied first. */
  readonly schema: readonly Manifest[];
  readonly parts: readonly Manifest[];
};

/** Renders overlays with fresh secrets, as kubectl does before it sends them. */
export function renderOverlays(names: readonly string[]): readonly Overlay[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'moa-kubernetes-'));
  try {
    cpSync(path.join(deploy, 'kubernetes'), folder, {
      recursive: true,
      filter: (file) => path.basename(file) !== 'secrets',
    });
    return names.map((name) => {
      const overlay = path.join(folder, 'overlays', name);
      execFileSync(process.execPath, [path.join(deploy, 'src/kubernetes/write-secrets.ts'), overlay]);
      return { name, schema: render(path.join(overlay, 'schema')), parts: render(overlay) };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function render(folder: string): readonly Manifest[] {
  const text = execFileSync('kubectl', ['kustomize', folder], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
  // Whether each is one is for the schemas to say.
  return parseAllDocuments(text).map((document) => inOneLine(document.toJS() as Manifest));
}

/** Kustomize breaks base64 into lines, which Kubernetes takes and its schemas don't. */
const inOneLine = (manifest: Manifest): Manifest =>
  manifest.kind === 'Secret' && manifest.data
    ? {
        ...manifest,
        data: Object.fromEntries(
          Object.entries(manifest.data).map(([key, value]) => [key, value.replaceAll('\n', '')]),
        ),
      }
    : manifest;

export const ofKind = (kind: string, manifests: readonly Manifest[]): readonly Manifest[] =>
  manifests.filter((manifest) => manifest.kind === kind);

/** What is run: Deployments, StatefulSets and Jobs. */
export type Workload = { readonly name: string; readonly template: IPodTemplateSpec };

export const workloadsIn = (manifests: readonly Manifest[]): readonly Workload[] =>
  ['Deployment', 'StatefulSet', 'Job'].flatMap((kind) =>
    ofKind(kind, manifests).map(({ metadata, spec }) => ({
      name: metadata.name,
      template: (spec as { template: IPodTemplateSpec }).template, // the schemas have seen them
    })),
  );

export type Selector = NonNullable<INetworkPolicySpec['podSelector']>;

/** Whether a selector takes what bears these labels. Knows what Moa's manifests use. */
export function selects({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      if (operator !== 'In') throw new Error(`No rule here knows the operator ${operator}.`);
      return values.includes(labels[key] ?? '');
    })
  );
}
