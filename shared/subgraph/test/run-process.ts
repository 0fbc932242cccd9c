import { ConfigError } from '@moa/config';
import { createLogger } from '@moa/telemetry';
import { run } from '../src/index.ts';
import { counterSubgraph } from './counter-subgraph.ts';
import { listening } from './listening.ts';

/** A process as `run` lives it. Says on standard output what it does; a line on standard input opens the gate. */
const say = (line: string) => void process.stdout.write(`${line}\n`);

await run(createLogger('run', 'info'), async () => {
  if (process.argv[2] === 'misconfigured') throw new ConfigError(['PORT: must be a number', 'HOST: must be set']);
  if (process.argv[2] === 'broken') throw new Error('no database');
  const counter = counterSubgraph();
  const served = await listening(counter.subgraph);
  void counter.arrived.then(() => say('arrived'));
  process.stdin.once('data', counter.open);
  say(`${served.url} ${await served.token()}`);
  return {
    close: async () => {
      say('closing');
      await served.close();
      say('closed');
    },
  };
});
