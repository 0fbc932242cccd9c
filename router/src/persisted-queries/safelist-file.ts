import { readFile } from 'node:fs/promises';
import { readSafelist, type Safelist } from './safelist.ts';

/** @throws Error saying in words what is wrong with the file */
export async function readSafelistFile(file: string): Promise<Safelist> {
  const json = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`The safelist ${file} can't be read. Give its path with --safelist.`, { cause });
  });
  return readSafelist(json);
}
