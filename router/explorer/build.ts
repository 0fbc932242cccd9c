import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { builtFolder } from './place.ts';

// Run by `npm run explorer`, and by a router that is asked for GraphiQL before there is one.
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
    configFile: false,
    root: import.meta.dirname,
    base: '/graphiql/',
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: unfinished,
      assetsDir: '',
      manifest: 'manifest.json',
      license: { fileName: 'licenses.md' },
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: { input: path.join(import.meta.dirname, 'graphiql.js') },
    },
  });
  await compress(unfinished);
  await rename(unfinished, folder).catch(async (error) => {
    await rm(unfinished, { recursive: true });
    if (!(await exists(folder))) throw error; // else another process was faster
  });
}
console.log(`GraphiQL is in ${folder}`);

/** Once here rather than at each download. */
async function compress(inside: string): Promise<void> {
  for (const name of await readdir(inside)) {
    const file = path.join(inside, name);
    const bytes = await readFile(file);
    await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }));
  }
}
