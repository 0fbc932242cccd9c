import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { builtFolder } from './place.ts';

// Run by `npm run web:build`, and by a Moa that is asked for its pages before there are any.
const { PRIORITY_BELOW_NORMAL } = os.constants.priority;
if (os.getPriority() < PRIORITY_BELOW_NORMAL) os.setPriority(PRIORITY_BELOW_NORMAL); // nobody may raise their own
process.env.NODE_ENV = 'production'; // else, within tests, React would be the one for development
const { build } = await import('vite');

const folder = await builtFolder();
const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

if (!(await exists(folder))) {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true }); // where nothing may be written it is said at once
  await build({
    configFile: path.join(import.meta.dirname, '../vite.config.ts'),
    logLevel: 'error',
    build: { outDir: unfinished, emptyOutDir: true },
  });
  await compress(unfinished);
  await rename(unfinished, folder).catch(async (error) => {
    await rm(unfinished, { recursive: true });
    if (!(await exists(folder))) throw error; // else another process was faster
  });
}
console.log(`The pages are in ${folder}`);

/** Once here, and well, rather than at each download. */
async function compress(inside: string): Promise<void> {
  for (const entry of await readdir(inside, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }));
    await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  }
}
