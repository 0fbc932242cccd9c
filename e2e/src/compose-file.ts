import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Variables } from './process.ts';

/** docker-compose.yml at the root of the repository. */
export const composeFile = fileURLToPath(new URL('../../docker-compose.yml', import.meta.url));

export type Service = {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment: Variables;
};

/** The services as Docker Compose would see them: merge keys applied, `${…}` filled in from an .env file's lines. */
export function readServices(dotEnv: string): Readonly<Record<string, Service>> {
  const values = parseDotEnv(dotEnv);
  const fill = (text: string): string =>
    text.replace(/\$\{(\w+)(?::(?:-([^}]*)|\?[^}]*))?\}/g, (_match, name: string, fallback?: string) => {
      const value = values[name] ?? fallback;
      if (value === undefined) throw new Error(`docker-compose.yml uses ${name}, which npm run keys does not make.`);
      return value;
    });
  // The file's own shape; the compose specification's is checked by docker-compose itself.
  const { services } = parse(readFileSync(composeFile, 'utf8'), { merge: true, maxAliasCount: -1 }) as {
    services: Record<string, { image?: string; command?: string[]; environment?: Record<string, string | number> }>;
  };
  return Object.fromEntries(
    Object.entries(services).map(([name, { image, command, environment = {} }]) => [
      name,
      {
        ...(image && { image }),
        ...(command && { command: command.map(fill) }),
        environment: Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, fill(String(value))])),
      },
    ]),
  );
}

function parseDotEnv(text: string): Variables {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.split('=');
      return [name, value.join('=').replace(/^'(.*)'$/, '$1')];
    }),
  );
}
