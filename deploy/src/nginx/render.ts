import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type NginxSettings, variablesOf } from './settings.ts';

const templates = path.resolve(import.meta.dirname, '../../nginx/templates');
const suffix = '.template';

/**
 * Writes nginx's files into a folder, each template with its variables filled in, as nginx's own image does it in a container.
 * A file that is there is replaced at once and whole.
 */
export async function renderNginx(folder: string, settings: NginxSettings): Promise<void> {
  const variables = variablesOf(settings);
  await mkdir(folder, { recursive: true });
  const names = (await readdir(templates)).filter((name) => name.endsWith(suffix));
  await Promise.all(
    names.map(async (name) => {
      const text = fillIn(await readFile(path.join(templates, name), 'utf8'), variables);
      const file = path.join(folder, name.slice(0, -suffix.length));
      await writeFile(`${file}.new`, text);
      await rename(`${file}.new`, file);
    }),
  );
}

/** `${NAME}` → its value; nginx's own variables have no braces here. */
const fillIn = (template: string, variables: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`A template of nginx asks for ${name}, which nothing gives.`);
    return value;
  });
