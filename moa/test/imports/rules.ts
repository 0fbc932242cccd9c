import { isTest, type Package, type Project, packageNameOf, packageOf, type SourceFile, targetOf } from './project.ts';

/** What is wrong, in words; nothing when the rule is kept. */
export type Rule = (project: Project) => readonly string[];

/** Which part of the house may not import which others: folders, from the root. */
export type Walls = Readonly<Record<string, readonly string[]>>;

/** Room of a subgraph → the rooms that it may import. A room is a folder or a file of `src`, or a folder beside it. */
export type Rooms = Readonly<Record<string, readonly string[]>>;

/** Package → what a pure file may take from it at run time. Types it may take from any of these. */
export type Pure = Readonly<Record<string, readonly string[] | 'anything'>>;

/** Every import, with the file of the project that it leads to. */
const arrowsOf = (project: Project) =>
  project.files.flatMap(({ file, imports }) =>
    imports.map((each) => ({ file, ...each, target: targetOf(project, file, each.from) })),
  );

const isIn = (file: string, folder: string): boolean => file === folder || file.startsWith(`${folder}/`);

export const keepsWalls =
  (walls: Walls): Rule =>
  (project) =>
    arrowsOf(project).flatMap(({ file, from, target }) =>
      Object.entries(walls).flatMap(([part, others]) =>
        others
          .filter((other) => isIn(file, part) && target !== undefined && isIn(target, other))
          .map((other) => `${file} imports ${from}: ${part} may know nothing of ${other}`),
      ),
    );

export const keepsSubgraphsApart: Rule = (project) =>
  arrowsOf(project).flatMap(({ file, from, target = '' }) => {
    const [own, other] = [subgraphOf(file), subgraphOf(target)];
    return own && other && own !== other
      ? [`${file} imports ${from}: ${own} reaches ${other} only through its facts and its graph`]
      : [];
  });

const subgraphOf = (file: string): string | undefined => /^subgraphs\/([^/]+)\//.exec(file)?.[1];

export const keepsDirection =
  (rooms: Rooms): Rule =>
  (project) =>
    arrowsOf(project).flatMap(({ file, from, target = '' }) => {
      const [own, other] = [roomOf(file), roomOf(target)];
      if (isTest(file) || !own || !other || own === other || subgraphOf(file) !== subgraphOf(target)) return [];
      if (!rooms[own]) return [`${file}: a subgraph has no room ${own}; say in the rules what it may import`];
      return rooms[own].includes(other) ? [] : [`${file} imports ${from}: ${own} may not import ${other}`];
    });

/** `subgraphs/order/src/domain/order.ts` → `domain`; `…/src/open.ts` → `open`; `subgraphs/order/migrations/…` → `migrations`. */
function roomOf(file: string): string | undefined {
  const [, inside] = /^subgraphs\/[^/]+\/(?:src\/)?(.+)$/.exec(file) ?? [];
  return inside?.split('/')[0]?.replace(/\.ts$/, '');
}

export const keepsDomainPure =
  (pure: Pure): Rule =>
  (project) =>
    project.files
      .filter(({ file }) => roomOf(file) === 'domain')
      .flatMap(({ file, imports }) =>
        imports
          .filter(({ from }) => !from.startsWith('.'))
          .flatMap(({ from, values }) => {
            const allowed = pure[from];
            const known = Object.keys(pure).join(', ');
            if (!allowed) return [`${file} imports ${from}: the domain is pure, and knows only ${known}`];
            if (allowed === 'anything') return [];
            const words = allowed.join(', ') || 'its types';
            return values
              .filter((value) => !allowed.includes(value))
              .map((value) => `${file} imports ${value} of ${from}: the domain may take only ${words}`);
          }),
      );

/**
 * Types count too: two files that need each other are one file. Only what the code generator takes as types from the files
 * that use its own is left out. Each file is walked once; a file met again on the way down closes a cycle.
 */
export const hasNoCycle: Rule = (project) => {
  const targets = new Map<string, string[]>();
  for (const { file, target, typeOnly } of arrowsOf(project)) {
    if (!target || (typeOnly && file.endsWith('.gen.ts'))) continue;
    targets.set(file, [...(targets.get(file) ?? []), target]);
  }
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    for (const target of targets.get(file) ?? []) walk(target, [...path, file]);
  };
  for (const { file } of project.files) walk(file, []);
  return cycles.map((cycle) => `an import cycle: ${cycle}`);
};

export const staysOnPaths: Rule = (project) =>
  arrowsOf(project).flatMap(({ file, from, target }) => {
    const name = packageNameOf(from);
    const own = packageOf(project, file);
    const isOurs = project.packages.some((candidate) => candidate.name === name);
    if (isOurs && !target) return [`${file} imports ${from}: ${name} does not export that`];
    if (from.startsWith('.') && target && packageOf(project, target) !== own) {
      return [`${file} imports ${from}: outside of its package there are only the names of packages`];
    }
    return [];
  });

export const declaresWhatItUses: Rule = (project) =>
  project.packages.flatMap((own) => {
    const { sources, tests } = usedBy(project, own);
    const everywhere = new Set([...sources.keys(), ...tests.keys()]);
    const undeclared = (used: ReadonlyMap<string, string>, declared: readonly string[]) =>
      [...used]
        .filter(([name]) => name !== own.name && !declared.includes(name))
        .map(([name, file]) => `${file} imports ${name}: add it to ${own.folder}/package.json`);
    const isWalked = project.files.some(({ file }) => isIn(file, own.folder));
    const unused = (declared: readonly string[], used: { has(name: string): boolean }, field: string) =>
      declared
        .filter((name) => isWalked && !used.has(name))
        .map((name) => `${own.folder}/package.json has ${name} among its ${field}, where nothing uses it: take it out`);
    return [
      ...undeclared(sources, own.dependencies),
      ...undeclared(tests, [...own.dependencies, ...own.devDependencies, ...project.tools]),
      ...unused(own.dependencies, sources, 'dependencies'),
      ...unused(own.devDependencies, everywhere, 'devDependencies'),
    ];
  });

/** Package name → a file that imports it. */
function usedBy(project: Project, own: Package) {
  const inside = project.files.filter(({ file }) => packageOf(project, file) === own);
  const names = (files: readonly SourceFile[]) =>
    new Map(
      files.flatMap(({ file, imports }) =>
        imports.flatMap(({ from }) => {
          const name = packageNameOf(from);
          return name === undefined ? [] : [[name, file] as const];
        }),
      ),
    );
  return {
    sources: names(inside.filter(({ file }) => !isTest(file))),
    tests: names(inside.filter(({ file }) => isTest(file))),
  };
}
