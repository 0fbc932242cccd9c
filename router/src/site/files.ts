import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.md': 'text/markdown; charset=utf-8',
};

export type SiteFile = {
  readonly contentType: string;
  readonly etag: string;
  /** Where it lies, as it is and in the encodings that there are. */
  readonly places: { readonly plain: string; readonly br?: string; readonly gzip?: string };
};

/** The files by their names as in addresses. A name that is not among them leads nowhere. */
export async function readFiles(folder: string): Promise<ReadonlyMap<string, SiteFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const places = new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((place) => [path.relative(folder, place).replaceAll(path.sep, '/'), place]),
  );
  const files = new Map<string, SiteFile>();
  for (const [name, plain] of places) {
    const contentType = contentTypes[path.extname(name)];
    if (!contentType) continue;
    const [br, gzip] = [places.get(`${name}.br`), places.get(`${name}.gz`)];
    const hash = createHash('sha256')
      .update(await readFile(plain))
      .digest('base64url');
    files.set(name, { contentType, etag: hash, places: { plain, ...(br && { br }), ...(gzip && { gzip }) } });
  }
  return files;
}
