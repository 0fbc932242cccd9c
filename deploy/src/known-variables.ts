import { readFileSync } from 'node:fs';
import path from 'node:path';

const example = path.resolve(import.meta.dirname, '../../.env.example');

/** Every variable that Moa reads: those that .env.example has a word about. */
export const knownVariables = (): ReadonlySet<string> =>
  new Set([...readFileSync(example, 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name = '']) => name));
