import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const suffix = '.template';

/** What stands in place of each `{{…}}`. */
type Fillings = Readonly<Record<string, string>>;

/** Writes every template of `from` into `to`, with the names in place of `{{…}}` in texts and file names. */
export function writeTemplates(from: string, to: string, names: Fillings): void {
  for (const entry of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith(suffix)) continue;
    const file = path.join(to, fill(entry.slice(0, -suffix.length), names));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, fill(readFileSync(path.join(from, entry), 'utf8'), names));
  }
}

const fill = (text: string, names: Fillings): string =>
  text.replace(/\{\{([\w-]+)\}\}/g, (whole, spelling: string) => {
    const value = Object.hasOwn(names, spelling) ? Reflect.get(names, spelling) : undefined;
    if (typeof value !== 'string') throw new Error(`A template holds ${whole}, which stands for nothing.`);
    return value;
  });
