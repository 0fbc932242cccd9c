/**
 * One import or re-export. `values` are the names that it takes at run time: `*` for all there are, none when it takes types
 * or only runs the other file.
 */
export type Import = { readonly from: string; readonly values: readonly string[]; readonly typeOnly: boolean };

/** A source file by its path from the root. */
export type SourceFile = { readonly file: string; readonly imports: readonly Import[] };

/** What a package.json says. `exports`: `.` or `./name` → file, from the package's folder. */
export type Package = {
  readonly folder: string;
  readonly name: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
};

export type Project = {
  readonly files: readonly SourceFile[];
  readonly packages: readonly Package[];
  /** Development tools that the root's package.json has for everybody's tests. */
  readonly tools: readonly string[];
};

/** What needs development tools: tests, the doors that packages open for them, and a page with what bundles it. */
export const isTest = (file: string): boolean =>
  /\/test(ing)?\//.test(file.replace(/^shared\/testing\//, 'shared/')) || file.startsWith('router/explorer/');

/** The package that a file lies in. */
export const packageOf = ({ packages }: Project, file: string): Package | undefined =>
  packages.find(({ folder }) => file.startsWith(`${folder}/`));

/** `@scope/name/deep/er` → `@scope/name`; undefined for a relative path and for what is Node's own. */
export function packageNameOf(from: string): string | undefined {
  if (from.startsWith('.') || from.startsWith('node:')) return undefined;
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The file of this project that an import leads to; undefined when it leads out of it, or past a package's exports. */
export function targetOf(project: Project, file: string, from: string): string | undefined {
  if (from.startsWith('.')) return joined(file, from);
  const name = packageNameOf(from);
  const target = project.packages.find((candidate) => candidate.name === name);
  const exported = name === undefined ? undefined : target?.exports[`.${from.slice(name.length)}`];
  return exported === undefined ? undefined : joined(`${target?.folder}/package.json`, exported);
}

const joined = (file: string, relative: string): string => new URL(relative, `file:///${file}`).pathname.slice(1);
