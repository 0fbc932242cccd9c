import { fileURLToPath } from 'node:url';
import { nextMessage, startNode } from '../../gateways/processes/start.ts';

/** The same question, over and over. */
export type Question = {
  readonly url: string;
  /** The request's JSON. */
  readonly body: string;
  /** What every answer must be, to the byte. */
  readonly expected: string;
};

export type Command =
  /** Each client asks again as soon as it is answered. */
  | { readonly do: 'saturate'; readonly question: Question; readonly clients: number; readonly seconds: number }
  /** Requests come when they come, at random moments, whether those before were answered or not. */
  | { readonly do: 'play'; readonly question: Question; readonly phases: readonly Phase[] };

export type Phase = { readonly perSecond: number; readonly seconds: number };

export type Saturated = { readonly answersPerSecond: number };

export type Outcome = 'answered' | 'refused' | 'failed';

/** Of one request. */
export type Sample = {
  /** When it was due, in milliseconds from the beginning of the phase. */
  readonly at: number;
  /** From then until it was answered. */
  readonly milliseconds: number;
  readonly outcome: Outcome;
};

/** Of each phase. */
export type Played = readonly (readonly Sample[])[];

export interface Generator {
  saturate(command: Omit<Extract<Command, { do: 'saturate' }>, 'do'>): Promise<Saturated>;
  play(command: Omit<Extract<Command, { do: 'play' }>, 'do'>): Promise<Played>;
  close(): Promise<void>;
}

const program = fileURLToPath(new URL('generate.ts', import.meta.url));

/** A load generator in a process of its own, so that its clock doesn't wait for what it measures. */
export function openGenerator(cores: readonly number[] | undefined): Generator {
  const process = startNode('The load generator', [program], { cores, channel: true });
  const ask = <Answer>(command: Command): Promise<Answer> => {
    const answer = nextMessage<Answer>(process);
    process.process.send(command);
    return answer;
  };
  return {
    saturate: (command) => ask({ do: 'saturate', ...command }),
    play: (command) => ask({ do: 'play', ...command }),
    close: process.stop,
  };
}
