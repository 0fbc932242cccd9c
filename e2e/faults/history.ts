import { createWriteStream } from 'node:fs';
import type { Wish } from './workload/wishes.ts';

/** What became of a request, as far as the one who made it knows. An answer that was lost says nothing: that is unknown, not failed. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly id: string }
  /** Of some refusals something is left all the same: a purchase that the provider declined, a recommendation without a token. */
  | { readonly kind: 'refused'; readonly code: string; readonly id?: string | undefined }
  | { readonly kind: 'unknown'; readonly why: string };

/** Something that somebody asked for. Moments are of the tester's own clock, in ms. */
export type Operation = {
  readonly number: number;
  readonly what: Wish;
  /** The member who asked. */
  readonly by: string;
  /** The idempotency key, of what has one. Each repetition is an operation of its own with the same key. */
  readonly key?: string | undefined;
  /** The id of what it was to change, of what changes something that is there. */
  readonly about?: string | undefined;
  readonly at: number;
  /** When the answer came; undefined while it is awaited. */
  readonly until?: number;
  readonly outcome?: Outcome;
};

/** What a live subscription showed. */
export type Sighting = {
  readonly stream: 'orderChanged' | 'taxiBookingChanged' | 'recommendationChanged' | 'notificationAdded';
  /** The id of what is watched; for notifications the member's. */
  readonly about: string;
  /** One number for each watcher, however often it has to subscribe again. */
  readonly watcher: number;
  /** Grows with each time that the watcher subscribes. */
  readonly connection: number;
  /** The status, or the notification's id. */
  readonly state: string;
  readonly at: number;
};

/** A time in which something was broken. */
export type Disturbance = { readonly says: string; readonly at: number; readonly until?: number };

/** Everything that people asked, were answered and saw, in the order in which it happened. Nothing is ever taken out of it. */
export type History = {
  readonly operations: readonly Operation[];
  readonly sightings: readonly Sighting[];
  readonly disturbances: readonly Disturbance[];
  /** Notes a request. Gives what notes its outcome. */
  asked(operation: Omit<Operation, 'number' | 'at' | 'until' | 'outcome'>): (outcome: Outcome) => void;
  saw(sighting: Omit<Sighting, 'at'>): void;
  /** Notes that something is broken from now on. Gives what notes that it is whole again. */
  disturbed(says: string): () => void;
  close(): Promise<void>;
};

/** An empty history, written to a file as JSON lines, too, where one is named. */
export function openHistory(file?: string): History {
  const lines = file === undefined ? undefined : createWriteStream(file);
  const write = (line: object) => lines?.write(`${JSON.stringify(line)}\n`);
  const operations: Operation[] = [];
  const sightings: Sighting[] = [];
  const disturbances: Disturbance[] = [];
  return {
    operations,
    sightings,
    disturbances,
    asked(what) {
      const begun = { ...what, number: operations.length, at: Date.now() };
      operations.push(begun);
      write({ asked: begun });
      return (outcome) => {
        const ended = { ...begun, outcome, until: Date.now() };
        operations[begun.number] = ended;
        write({ answered: begun.number, outcome, until: ended.until });
      };
    },
    saw(sighting) {
      const seen = { ...sighting, at: Date.now() };
      sightings.push(seen);
      write({ saw: seen });
    },
    disturbed(says) {
      const begun = { says, at: Date.now() };
      const place = disturbances.push(begun) - 1;
      write({ disturbed: begun });
      return () => {
        const until = Date.now();
        disturbances[place] = { ...begun, until };
        write({ whole: says, until });
      };
    },
    close: () => new Promise((resolve) => (lines ? lines.end(() => resolve()) : resolve())),
  };
}

type Accepted = Operation & { readonly outcome: Extract<Outcome, { kind: 'accepted' }>; readonly until: number };

/** The operations of that name that somebody was told have happened. */
export const acceptedOf = (history: History, what: Wish): readonly Accepted[] =>
  history.operations.filter(
    (operation): operation is Accepted => operation.what === what && operation.outcome?.kind === 'accepted',
  );
