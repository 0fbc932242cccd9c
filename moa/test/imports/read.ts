import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Import, Package, Project } from './project.ts';

const statement = /^[ \t]*(?:import|export)\s+(?:(type)\s+)?([\w$\s{},*]*?)\s*from\s*'([^']+)'/gm;
const bare = /^[ \t]*import\s*'([^']+)'/gm;
/** Imports while running, and what `require.resolve` finds. */
const dynamic = /\b(?:import|resolve)\('([^']+)'\)/g;

/** The imports of a TypeScript text, `import type` and re-exports among them. */
export function importsOf(text: string): Import[] {
  return [
    ...[...text.matchAll(statement)].map(([, type, clause = '', from = '']) => {
      const values = type === undefined ? namesOf(clause).filter((name) => !name.startsWith('type ')) : [];
      return { from, typeOnly: values.length === 0, values: values.map((name) => name.replace(/ as .*/, '')) };
    }),
    ...[...text.matchAll(bare)].map(([, from = '']) => ({ from, values: [], typeOnly: false })),
    ...[...text.matchAll(dynamic)].map(([, from = '']) => ({ from, values: ['*'], typeOnly: false })),
  ];
}

/** `a, { b as c, type d }` → `a`, `b as c`, `type d`. */
const namesOf = (clause: string): string[] =>
  clause
    .split(/[{},]/)
    .map((name) => name.trim().replace(/\s+/g, ' '))
    .filter((name) => name !== '');

/** The project as it lies on the disk. */
export function readProject(root: string, folders: readonly string[]): Project {
  const files = folders.flatMap((folder) =>
    globSync(`${folder}/**/*.{ts,js}`, { cwd: root, exclude: ['**/node_modules/**'] }),
  );
  const { workspaces, devDependencies } = readPackageFile(root);
  return {
    files: files.toSorted().map((file) => ({ file, imports: importsOf(readFileSync(path.join(root, file), 'utf8')) })),
    packages: globSync(workspaces, { cwd: root })
      .filter((folder) => existsSync(path.join(root, folder, 'package.json')))
      .map((folder) => readPackage(root, folder)),
    tools: Object.keys(devDependencies),
  };
}

function readPackage(root: string, folder: string): Package {
  const { name, exports, dependencies, devDependencies } = readPackageFile(path.join(root, folder));
  return {
    folder,
    name,
    exports: typeof exports === 'string' ? { '.': exports } : exports,
    dependencies: Object.keys(dependencies),
    devDependencies: Object.keys(devDependencies),
  };
}

type PackageFile = {
  readonly name: string;
  readonly exports: string | Readonly<Record<string, string>>;
  readonly workspaces: string[];
  readonly dependencies: object;
  readonly devDependencies: object;
};

function readPackageFile(folder: string): PackageFile {
  const empty = { exports: {}, workspaces: [], dependencies: {}, devDependencies: {} };
  return { ...empty, ...JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) };
}
