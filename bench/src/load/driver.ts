import { fileURLToPath } from 'node:url';
import { nextMessage, startNode } from '../../gateways/processes/start.ts';
import type { Arrivals } from './arrivals.ts';
import type { Recording } from './recorder.ts';
import type { Crowd } from './town.ts';
import type { Stage } from './users.ts';

/** What the process that makes the load is told to do. */
export type Command =
  | ({ readonly do: 'enter'; readonly url: string } & Crowd)
  | { readonly do: 'users'; readonly stages: readonly Stage[] }
  | ({ readonly do: 'arrivals' } & Arrivals);

export type Reply =
  | { readonly kind: 'done'; readonly played: Played }
  /** In words. */
  | { readonly kind: 'failed'; readonly why: string };

export type Played = {
  readonly recording: Recording;
  /** Of the load's own process: the share of one processor that it used, and how late its clock was, in milliseconds. */
  readonly busy: number;
  readonly latenessP99: number;
};

/** Makes the load, in a process of its own, so that its clock does not wait for anything else. */
export type Driver = {
  /** @throws Error when it could not */
  readonly tell: (command: Command) => Promise<Played>;
  readonly stop: () => Promise<void>;
};

const program = fileURLToPath(new URL('drive.ts', import.meta.url));

/** @param openFiles that it may have open, sockets above all */
export function startDriver(openFiles: number): Driver {
  const started = startNode('The load', [program], { cores: undefined, channel: true, openFiles });
  return {
    async tell(command) {
      const answer = nextMessage<Reply>(started);
      started.process.send(command);
      const reply = await answer;
      if (reply.kind === 'failed') throw new Error(`The load could not be made: ${reply.why}`);
      return reply.played;
    },
    stop: started.stop,
  };
}
