import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Instruction } from './dockerfile.ts';

/** One file of the repository, and where it comes to lie. */
export type Copied = { readonly source: string; readonly target: string };

/** What a COPY from the repository copies: a folder's contents without the folder, as Docker does it. */
export function copiedBy({ words }: Instruction, root: string, ignored: (file: string) => boolean): readonly Copied[] {
  const target = words.at(-1) ?? '';
  return words.slice(0, -1).flatMap((source) => {
    if (statSync(path.join(root, source)).isFile()) {
      const intoFolder = target.endsWith('/');
      return [{ source, target: intoFolder ? path.join(target, path.basename(source)) : target }];
    }
    return filesIn(root, source, ignored).map((file) => ({
      source: file,
      target: path.join(target, path.relative(source, file)),
    }));
  });
}

function filesIn(root: string, folder: string, ignored: (file: string) => boolean): readonly string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (ignored(file)) return [];
    return entry.isDirectory() ? filesIn(root, file, ignored) : [file];
  });
}
