import { ConfigError } from '@moa/config';
import { readEnvironment } from '../config.ts';
import { Refusal } from '../refusal.ts';
import type { Answer } from './answer.ts';
import { type Command, readArguments, WrongUsage } from './arguments.ts';
import { discard } from './discard.ts';
import { help } from './help.ts';
import { inspect } from './inspect.ts';
import { list } from './list.ts';
import { openReach, type Reach } from './reach.ts';
import { retry } from './retry.ts';

/** Runs `jobs` with these arguments; gives the exit code: 0 done, 1 not done, 2 wrongly asked. */
export async function runJobs(args: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const { command, json } = readArguments(args);
    if (command.kind === 'help') {
      process.stdout.write(help);
      return 0;
    }
    const { isDone, ...answer } = await answerTo(command);
    process.stdout.write(`${json ? JSON.stringify(answer.json) : printable(answer.text)}\n`);
    return isDone ? 0 : 1;
  } catch (error) {
    if (error instanceof WrongUsage) {
      process.stderr.write(`${error.message}\n\n${help}`);
      return 2;
    }
    if (!(error instanceof ConfigError || error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function answerTo(command: Exclude<Command, { kind: 'help' }>): Promise<Answer> {
  const reach = await openReach(readEnvironment(process.env));
  try {
    return await perform(command, reach, new Date());
  } finally {
    await reach.close();
  }
}

function perform(command: Exclude<Command, { kind: 'help' }>, reach: Reach, now: Date): Promise<Answer> {
  switch (command.kind) {
    case 'list':
      return list(command, reach, now);
    case 'inspect':
      return inspect(command, reach, now);
    case 'retry':
      return retry(command, reach, now);
    case 'discard':
      return discard(command, reach, now);
  }
}

/** Errors and data come from anywhere, and must not command a terminal. */
const printable = (text: string): string => text.replaceAll(/[^\P{Cc}\n]/gu, '\uFFFD');
