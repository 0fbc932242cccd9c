/** Variables as an .env file has them. */
export type Variables = Readonly<Record<string, string>>;

/** What an .env file says, as Docker Compose reads it: comments left out, single quotes taken off. */
export function parseDotEnv(text: string): Variables {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.split('=');
      return [name, value.join('=').replace(/^'(.*)'$/, '$1')];
    }),
  );
}

/** Lines for a reader that knows no quotes, such as kustomize. */
export const dotEnvOf = (variables: Variables): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
