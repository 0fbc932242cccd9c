import { parseArgs } from 'node:util';
import { ConfigError } from '@moa/config';
import { run } from '@moa/subgraph';
import { createLogger } from '@moa/telemetry';
import { type Environment, readEnvironment } from './config.ts';
import { Refusal } from './refusal.ts';
import { welcome } from './welcome.ts';

const help = `npm start [-- command]

  (none)       start everything, or the parts that SUBGRAPHS and ROUTER name
  migrate      create and migrate the databases, put demo data in, and end
  keys         print fresh identity keys and database passwords as lines for an .env file
  rotate-keys  sign members' tokens with the next key from now on; running processes need no restart
  token EMAIL [--subgraph NAME]
               print the headers line of a demo member, for the router that runs here or for one subgraph alone
  jobs …       list, inspect, put back and discard jobs that failed for good; jobs --help says how
  board        serve a page that shows the queues to admins, on the port that is 21 after PORT
  ready        exit with 0 when every part that this environment starts is ready, else with 1
  --help       this text

The environment decides the rest; .env.example says what each variable means.
`;

const [first, ...rest] = process.argv.slice(2);
const { values, positionals } = parseArgs({
  // The options of jobs are its own.
  args: first === 'jobs' ? [first] : process.argv.slice(2),
  options: { help: { type: 'boolean' }, subgraph: { type: 'string' } },
  allowPositionals: true,
});
const [command = 'start', argument] = positionals;

if (values.help) process.stdout.write(help);
else if (command === 'start') await startAndStay();
else if (command === 'board') await showQueues();
else if (command === 'jobs') process.exitCode = await (await import('./jobs/command.ts')).runJobs(rest);
else if (command === 'ready')
  process.exitCode = (await (await import('./ready.ts')).isReady(readEnvironment(process.env))) ? 0 : 1;
else if (command === 'migrate')
  await print(async (env) => {
    await (await import('./migrate.ts')).migrateAndEnd(env);
    return 'The databases are up to date.';
  });
else if (command === 'keys') process.stdout.write(await (await import('./keys.ts')).freshKeys());
else if (command === 'rotate-keys')
  await print(async (env) => (await import('./rotate-keys.ts')).rotateKeysAndEnd(env));
else if (command === 'token')
  await print(async (env) =>
    (await import('./token.ts')).headersFor({ email: argument, subgraph: values.subgraph }, env),
  );
else {
  process.stderr.write(`There is no command ${command}.\n\n${help}`);
  process.exitCode = 2;
}

async function startAndStay(): Promise<void> {
  await run(createLogger('moa'), async () => {
    const began = performance.now();
    const env = readEnvironment(process.env);
    const { start } = await import('./start.ts');
    const running = await start(env);
    process.stdout.write(welcome(env, performance.now() - began));
    return running;
  });
}

async function showQueues(): Promise<void> {
  await run(createLogger('board'), async () => {
    const { startBoard } = await import('./board/start.ts');
    const board = await startBoard(readEnvironment(process.env));
    process.stdout.write(`The queues are shown at ${board.url}\n`);
    return board;
  });
}

/** What a person can put right is said without a stack. */
async function print(answer: (env: Readonly<Environment>) => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await answer(readEnvironment(process.env))}\n`);
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
