import { parseArgs } from 'node:util';
import type { ListedState } from '@moa/jobs';

export type Command =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'list';
      readonly queue: string | undefined;
      readonly states: readonly ListedState[];
      readonly first: number;
    }
  | { readonly kind: 'inspect'; readonly queue: string; readonly id: string }
  | { readonly kind: 'retry'; readonly wanted: Wanted; readonly isConfirmed: boolean }
  | {
      readonly kind: 'discard';
      readonly queue: string;
      readonly id: string;
      readonly reason: string;
      readonly by: string | undefined;
      readonly isConfirmed: boolean;
    };

/** Which jobs to put back. */
export type Wanted =
  | { readonly kind: 'some'; readonly queue: string; readonly ids: readonly string[] }
  | { readonly kind: 'all'; readonly queue: string | undefined };

/** The command line says nothing that makes sense. Its message says what is wrong. */
export class WrongUsage extends Error {}

const options = {
  queue: { type: 'string' },
  state: { type: 'string' },
  first: { type: 'string' },
  all: { type: 'boolean' },
  reason: { type: 'string' },
  by: { type: 'string' },
  yes: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Options = ReturnType<typeof parse>['values'];

/** @throws WrongUsage */
export function readArguments(args: readonly string[]): { readonly command: Command; readonly json: boolean } {
  const { values, positionals } = parse(args);
  return { command: commandOf(positionals, values), json: values.json ?? false };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function commandOf([name = 'list', ...rest]: readonly string[], values: Options): Command {
  const isConfirmed = values.yes ?? false;
  if (values.help) return { kind: 'help' };
  switch (name) {
    case 'list':
      if (rest.length > 0) throw new WrongUsage('list takes no names; --queue NAME asks for one queue.');
      return { kind: 'list', queue: values.queue, states: statesOf(values.state), first: firstOf(values.first) };
    case 'inspect':
      return { kind: 'inspect', ...oneJob(name, rest) };
    case 'retry':
      return { kind: 'retry', wanted: wantedOf(rest, values), isConfirmed };
    case 'discard': {
      const reason = values.reason?.trim();
      if (!reason) throw new WrongUsage('discard needs --reason TEXT: whoever reads the log will ask.');
      return { kind: 'discard', ...oneJob(name, rest), reason, by: values.by, isConfirmed };
    }
    default:
      throw new WrongUsage(`There is no command ${name}.`);
  }
}

function oneJob(command: string, [queue, id, ...more]: readonly string[]): { queue: string; id: string } {
  if (queue === undefined || id === undefined || more.length > 0)
    throw new WrongUsage(`${command} needs a queue and one id: ${command} pay-facts order-42.`);
  return { queue, id };
}

function wantedOf([queue, ...ids]: readonly string[], values: Options): Wanted {
  if (values.all && queue === undefined) return { kind: 'all', queue: values.queue };
  if (queue !== undefined && values.queue !== undefined)
    throw new WrongUsage(`The ids are of ${queue}, so --queue ${values.queue} can't be meant: it goes with --all.`);
  if (values.all || queue === undefined || ids.length === 0)
    throw new WrongUsage('retry needs a queue and ids, retry pay-facts order-42 order-43, or --all.');
  return { kind: 'some', queue, ids };
}

const listable: readonly ListedState[] = ['failed', 'struggling', 'delayed', 'waiting', 'active'];

function statesOf(text: string | undefined): readonly ListedState[] {
  if (text === undefined) return ['failed', 'struggling'];
  const state = listable.find((one) => one === text);
  if (!state) throw new WrongUsage(`There is no state ${text}, but ${listable.join(', ')}.`);
  return [state];
}

function firstOf(text = '20'): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new WrongUsage(`--first is 1 to 9999, not ${text}.`);
  return Number(text);
}
