import { isDeepStrictEqual } from 'node:util';
import { until } from '@moa/testing';
import { type Comparison, compare, type Pair } from '../measure/compare.ts';
import { timeEach } from '../measure/load.ts';
import type { Kind, Question } from './questions.ts';
import { concurrency, type Door, type ServedSubway } from './serve.ts';

/** Beside the rounds' milliseconds a request, what else there is to know of the requests of each side. */
export type DoorComparison = Comparison & {
  /** Every time from a question to its answer, in milliseconds. */
  readonly every: Pair<readonly number[]>;
  /** Milliseconds of a processor for one request, of everything but PostgreSQL and Redis. */
  readonly processor: Pair<number>;
  /** How many of the requests came to the subgraph, 0 to 1. */
  readonly reached: Pair<number>;
};

export type Rounds = {
  readonly rounds: number;
  /** Questions on one side in one round. */
  readonly batch: number;
  readonly signal: AbortSignal;
};

const patience = { timeoutMs: 60_000 };

type Size = keyof Pair<unknown>;
type Round = { readonly every: readonly number[]; readonly processor: number; readonly reached: number };

/** Asks questions of one kind at two doors in turns. @throws when these don't give the same answers */
export async function compareDoors(
  subway: ServedSubway,
  kind: Kind,
  doors: Pair<Door>,
  { rounds, batch, signal }: Rounds,
): Promise<DoorComparison> {
  if (kind.kind === 'again') await prepare(subway, kind.questions, doors);
  const next = { small: sequenceOf(kind), large: sequenceOf(kind) };
  const measured: Pair<Round[]> = { small: [], large: [] };
  const measure = async (size: Size): Promise<number> => {
    const questions = Array.from({ length: batch }, next[size]);
    const answers: string[] = [];
    const [before, processor, begun] = [subway.reached(), process.cpuUsage(), performance.now()];
    const every = await timeEach(questions, concurrency, async (question) => {
      answers.push(await doors[size].ask(question));
    });
    const took = performance.now() - begun;
    const { user, system } = process.cpuUsage(processor);
    measured[size].push({ every, processor: (user + system) / 1_000, reached: subway.reached() - before });
    for (const answer of answers) kind.check(dataOf(answer));
    return took / batch;
  };
  const sides = { small: 'small', large: 'large' } as const;
  const [comparison] = await compare<Size>([{ name: kind.name, measure }], sides, { rounds, report: () => {}, signal });
  if (!comparison) throw new Error('One scenario has one comparison.');

  const both = <Value>(figure: (size: Size) => Value): Pair<Value> => ({
    small: figure('small'),
    large: figure('large'),
  });
  // The first round warmed up.
  const counted = both((size) => measured[size].slice(1));
  const perRequest = (size: Size, of: 'processor' | 'reached'): number =>
    counted[size].reduce((sum, round) => sum + round[of], 0) / (rounds * batch);
  return {
    ...comparison,
    every: both((size) => counted[size].flatMap(({ every }) => every)),
    processor: both((size) => perRequest(size, 'processor')),
    reached: both((size) => perRequest(size, 'reached')),
  };
}

/** Asks all there is to ask, until who keeps answers has all of them. */
async function prepare(subway: ServedSubway, questions: readonly Question[], doors: Pair<Door>): Promise<void> {
  const askAll = async (door: Door): Promise<ReadonlyMap<Question, string>> => {
    const answers = new Map<Question, string>();
    await timeEach(questions, concurrency, async (question) => void answers.set(question, await door.ask(question)));
    return answers;
  };
  const [small, large] = [await askAll(doors.small), await askAll(doors.large)];
  for (const [question, answer] of small) {
    const other = large.get(question) ?? '';
    if (!isDeepStrictEqual(dataOf(answer), dataOf(other)))
      throw new Error(`${JSON.stringify(question)} has two answers:\n${answer}\n${other}`);
  }
  for (const door of [doors.small, doors.large].filter(({ keeps }) => keeps)) {
    await until(async () => {
      const before = subway.reached();
      await askAll(door);
      return subway.reached() === before;
    }, patience);
  }
}

function sequenceOf(kind: Kind): () => Question {
  if (kind.kind === 'once') return kind.next;
  let asked = 0;
  return () => {
    const question = kind.questions[asked % kind.questions.length];
    asked += 1;
    if (!question) throw new Error(`There is nothing to ask of ${kind.name}.`);
    return question;
  };
}

/** @throws when there are errors in the answer */
function dataOf(text: string): unknown {
  const answer: unknown = JSON.parse(text);
  if (typeof answer === 'object' && answer !== null && 'data' in answer && !('errors' in answer)) return answer.data;
  throw new Error(`This is no answer to what was asked: ${text}`);
}
