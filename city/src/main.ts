import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { openCity } from './city.ts';
import { type Command, help, OptionError, readCommand } from './options.ts';
import { SignInFailed } from './session.ts';
import { account, banner, summary } from './summary.ts';

/** Between two lines of summary. */
const summaryEveryMs = 5_000;

const say = (text: string): void => void process.stdout.write(text);

try {
  const command = readCommand(process.argv.slice(2));
  if (command.kind === 'help') say(help);
  else await run(command);
} catch (error) {
  if (!(error instanceof OptionError || error instanceof SignInFailed)) throw error;
  const hint = error instanceof SignInFailed ? 'Is Moa running there (npm start), with its demo data?' : 'See --help.';
  process.stderr.write(`${error.message}\n${hint}\n`);
  process.exitCode = error instanceof OptionError ? 2 : 1;
}

async function run(command: Extract<Command, { kind: 'run' }>): Promise<void> {
  say(banner(command));
  const onEvent = command.verbose ? (text: string) => say(`  ${text}\n`) : () => {};
  const city = await openCity({ ...command.city, onEvent });
  const clock = setInterval(() => say(`${summary(city.tally(), new Date())}\n`), summaryEveryMs);
  await untilEnd(command.minutes);
  clearInterval(clock);
  say('\n  Everybody ends what they are at. Ctrl-C again ends it at once.\n');
  process.once('SIGINT', () => process.exit(130));
  say(account(await city.close()));
}

async function untilEnd(minutes: number | null): Promise<void> {
  const ended = new AbortController();
  const { signal } = ended;
  const ends = [once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })];
  if (minutes !== null) ends.push(wait(minutes * 60_000, [], { signal }));
  await Promise.race(ends);
  ended.abort();
  await Promise.allSettled(ends);
}
