import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from './manifests.ts';

const deploy = path.resolve(import.meta.dirname, '../..');

/** What Kubernetes' own schemas have against these values. They know what is wrong, and not what is too much. */
export async function wrongValues(manifests: readonly Manifest[]): Promise<readonly string[]> {
  const faults = await Promise.all(
    manifests.map(async ({ apiVersion, kind, ...data }) => {
      const models: Readonly<Record<string, new (data: object) => { validate(): void }>> = await import(
        /* @vite-ignore */ `kubernetes-models/${apiVersion}/${kind}`
      );
      const Kind = models[kind];
      if (!Kind) throw new Error(`There is no ${kind} in ${apiVersion}.`);
      try {
        new Kind(data).validate();
        return [];
      } catch (error) {
        return [`${kind} ${data.metadata.name}: ${error instanceof Error ? error.message : error}`];
      }
    }),
  );
  return faults.flat();
}

/** Fields that no such object has, as misspelt ones: the compiler tells them in literals of the models' types. */
export function unknownFields(manifests: readonly Manifest[]): string {
  const folder = mkdtempSync(path.join(deploy, 'test/kubernetes/.checked-'));
  try {
    const lines = manifests.flatMap(({ apiVersion, kind, ...data }, index) => [
      `import type { I${kind} as Kind${index} } from 'kubernetes-models/${apiVersion}/${kind}';`,
      `export const ${kind.toLowerCase()}${index}: Kind${index} = ${JSON.stringify({ apiVersion, kind, ...data }, null, 2)};`,
    ]);
    const file = path.join(folder, 'manifests.ts');
    writeFileSync(file, lines.join('\n'));
    const flags = [
      '--noEmit',
      '--ignoreConfig',
      '--skipLibCheck',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'esnext',
      '--types',
      '',
    ];
    return spawnSync('tsc', [...flags, file], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
