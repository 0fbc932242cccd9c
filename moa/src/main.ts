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
  ready      exit with 0 when every part that this environment starts is ready, else with 1
  --help     this text

The environment decides the rest; .env.example says what each variable means.
`;

const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
const [command = 'start'] = positionals;

if (values.help) process.stdout.write(help);
else if (command === 'start') await startAndStay();
else if (command === 'ready')
  process.exitCode = (await (await import('./ready.ts')).isReady(readEnvironment(process.env))) ? 0 : 1;
else if (command === 'migrate') await migrate();
else if (command === 'keys') process.stdout.write(await (await import('./keys.ts')).freshKeys());
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
