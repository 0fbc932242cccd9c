// `node remove-test-server.ts <dataDir>`: stops the server of a data dir and removes both, once the present owner has ended.
import { rm } from 'node:fs/promises';
import { stopAbandoned } from '@moa/db';
import { until } from './until.ts';

const [, , dataDir = ''] = process.argv;
await until(() => stopAbandoned(dataDir));
await rm(dataDir, { recursive: true, force: true });
