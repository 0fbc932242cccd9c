import type { Names } from './names.ts';

/** One place of the house that names each subgraph. */
export type Edit = {
  /** From the repository's folder. */
  readonly file: string;
  /** What it comes to, for the person who has to do it by hand. */
  readonly what: string;
  /** The text with the subgraph in it; undefined when the place does not look as expected any more. */
  readonly change: (text: string) => string | undefined;
};

/** Everywhere that a subgraph is named, besides its own folder. `port` is its own in the compose file. */
export function editsFor({ name, Name }: Names, port: number): readonly Edit[] {
  const NAME = name.toUpperCase();
  const packageName = `@moa/${name}-subgraph`;
  return [
    {
      file: 'shared/contracts/src/subscribers.ts',
      what: `add '${name}' to \`subgraphs\``,
      change: insertAt(/(?<=export const subgraphs = \[[^\]]*')(?=,?\s*\] as const)/, `, '${name}'`),
    },
    {
      file: 'moa/package.json',
      what: `add the dependency "${packageName}"`,
      change: withDependency(packageName),
    },
    {
      file: 'moa/src/subgraphs.ts',
      what: `import open${Name} and add the case '${name}'`,
      change: inTurn(
        insertAt(/^/, `import { open${Name} } from '${packageName}';\n`),
        insertAt(
          /(?<=switch \(name\) \{.*?)(?=\n {2}\}\n\})/s,
          `\n    case '${name}':\n      return serve(open${Name}({ databaseUrl }, around), options);`,
        ),
      ),
    },
    {
      file: 'moa/src/prepare.ts',
      what: `import its database and add it to \`tables\``,
      change: inTurn(
        insertAt(/^/, `import { database as ${name}Database } from '${packageName}';\n`),
        insertAt(/(?<=const tables: [^=]*= \{[^}]*?[^,\s])(?=,?\s*\})/, `, ${name}: ${name}Database`),
      ),
    },
    {
      file: 'Dockerfile',
      what: `copy subgraphs/${name}/package.json before npm ci`,
      change: insertAt(
        /(?<=\nCOPY subgraphs\/\w+\/package.json subgraphs\/\w+\/\n)(?!COPY subgraphs)/,
        `COPY subgraphs/${name}/package.json subgraphs/${name}/\n`,
      ),
    },
    {
      file: 'docker-compose.yml',
      what: `add ${NAME}_URL, ${NAME}_DATABASE_URL and a service`,
      change: inTurn(
        insertAt(
          /(?<=_URL: http:\/\/\w+:\d+\/graphql\n)(?! +\w+_URL: http)/,
          `  ${NAME}_URL: http://${name}:${port}/graphql\n`,
        ),
        insertAt(/(?= {2}SANDBOX_DATABASE_URL)/, `  ${databaseLine(name)}\n`),
        insertAt(/(?= {2}router-1:)/, serviceOf(name)),
      ),
    },
    {
      file: 'deploy/kubernetes/base/kustomization.yaml',
      what: `add it to \`resources\``,
      change: insertAt(/(?= {2}- router\n)/, `  - ${name}\n`),
    },
    {
      file: 'deploy/kubernetes/base/configuration.env',
      what: `add ${NAME}_URL`,
      change: insertAt(/$/, `${NAME}_URL=http://moa-${name}:4000/graphql\n`),
    },
    ...['staging', 'production'].map((overlay) => ({
      file: `deploy/kubernetes/overlays/${overlay}/kustomization.yaml`,
      what: `add its secret`,
      change: insertAt(/(?= {2}- \{ name: moa-router,)/, `  ${secretLine(name)}\n`),
    })),
    {
      file: '.env.example',
      what: `add ${NAME}_URL, ${NAME}_DATABASE_URL, its port, and its name to SUBGRAPHS`,
      change: inTurn(
        insertAt(/(?<=\(account \+1[^)]*)(?=\))/, `, ${name} +${port - 4000}`),
        insertAt(/(?<=# SUBGRAPHS=[\w,]+)(?!\w|,)/, `,${name}`),
        insertAt(/(?=# SANDBOX_DATABASE_URL)/, `# ${NAME}_DATABASE_URL=\n`),
        insertAt(/(?=\n# --- trust)/, `# ${NAME}_URL=\n`),
      ),
    },
  ];
}

const insertAt =
  (place: RegExp, text: string): Edit['change'] =>
  (before) =>
    place.test(before) ? before.replace(place, () => text) : undefined;

const inTurn =
  (...changes: readonly Edit['change'][]): Edit['change'] =>
  (before) =>
    changes.reduce<string | undefined>((text, change) => (text === undefined ? undefined : change(text)), before);

const withDependency =
  (packageName: string): Edit['change'] =>
  (text) => {
    const manifest = JSON.parse(text) as { dependencies?: Record<string, string> }; // a package.json by its name
    if (!manifest.dependencies) return undefined;
    const dependencies = Object.entries({ ...manifest.dependencies, [packageName]: '0.1.0' });
    const sorted = Object.fromEntries(dependencies.sort(([one], [other]) => (one < other ? -1 : 1)));
    return `${JSON.stringify({ ...manifest, dependencies: sorted }, null, 2)}\n`;
  };

const databaseLine = (name: string): string =>
  `${name.toUpperCase()}_DATABASE_URL: postgres://moa_${name}:\${${name.toUpperCase()}_DATABASE_PASSWORD}@postgres:5432/moa_${name}`;

const secretLine = (name: string): string => `- { name: moa-${name}, behavior: merge, envs: [secrets/${name}.env] }`;

const serviceOf = (name: string): string => `  ${name}:
    <<: *part
    environment:
      <<: *environment
      SUBGRAPHS: ${name}
      ROUTER: "0"
      ${databaseLine(name)}

`;
