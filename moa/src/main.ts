import { parseArgs } from 'node:util';
import { ConfigError } from '@moa/config';
import { run } from '@moa/subgraph';
import { createLogger } from '@moa/telemetry';
import { readEnvironment } from './config.ts';
import { welcome } from './welcome.ts';

const help = `npm start [-- command]

  (none)     start everything, or the parts that SUBGRAPHS and ROUTER name
  migrate    create and migrate the databases, put demo data in, and end
  keys       print fresh identity keys and database passwords as lines for an .env file
  rotate-keys  sign members' tokens with the next key from now on; running processes need no restart
  token EMAIL [--subgraph NAME]
             print the headers line of a demo member, for the router that runs here or for one subgraph alone
  ready      exit with 0 when every part that this environment starts is ready, else with 1
  --help     this text

The environment decides the rest; .env.example says what each variable means.
`;

const { values, positionals } = parseArgs({
  options: { help: { type: 'boolean' }, subgraph: { type: 'string' } },
  allowPositionals: true,
});
const [command = 'start', argument] = positionals;

if (values.help) process.stdout.write(help);
else if (command === 'start') await startAndStay();
else if (command === 'ready')
  process.exitCode = (await (await import('./ready.ts')).isReady(readEnvironment(process.env))) ? 0 : 1;
else if (command === 'migrate') await migrate();
else if (command === 'keys') process.stdout.write(await (await import('./keys.ts')).freshKeys());
else if (command === 'rotate-keys') await rotateKeys();
else if (command === 'token') await token();
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

async function migrate(): Promise<void> {
  try {
    const env = readEnvironment(process.env);
    const { migrateAndEnd } = await import('./migrate.ts');
    await migrateAndEnd(env);
    process.stdout.write('The databases are up to date.\n');
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

async function rotateKeys(): Promise<void> {
  try {
    const env = readEnvironment(process.env);
    const { rotateKeysAndEnd } = await import('./rotate-keys.ts');
    process.stdout.write(`${await rotateKeysAndEnd(env)}\n`);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

async function token(): Promise<void> {
  const { headersFor, TokenRefused } = await import('./token.ts');
  try {
    const env = readEnvironment(process.env);
    process.stdout.write(`${await headersFor({ email: argument, subgraph: values.subgraph }, env)}\n`);
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof TokenRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
