import path from 'node:path';
import { defaultDataDir } from '@moa/db';

/** Moa's data dir: what MOA_DATA_DIR says, or the usual one of this checkout. */
export const dataDirOf = ({ MOA_DATA_DIR }: NodeJS.ProcessEnv): string =>
  MOA_DATA_DIR || defaultDataDir(path.resolve(import.meta.dirname, '../../..'));
