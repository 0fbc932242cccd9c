// Run as a process of its own by the tests: starts the server of a data dir, says how, stops it when stdin ends.
// Imports past the package's door, so that a copied checkout needs nothing but the embedded server's packages.
import { once } from 'node:events';
import { startPostgres } from '../src/embedded/start-postgres.ts';

const [, , dataDir = ''] = process.argv;
const { url, owned, stop } = await startPostgres({ dataDir, settings: { fsync: 'off' } });
process.stdout.write(`${JSON.stringify({ url, owned })}\n`);
process.stdin.resume();
await once(process.stdin, 'end');
await stop();
