import { post, type Subscription, subscribe, until } from '@moa/testing';
import { type Person, signIn } from '../../src/person.ts';
import type { History, Outcome } from '../history.ts';
import type { Random } from '../random.ts';
import type { Shift } from './shift.ts';
import { documentOf, type Wish } from './wishes.ts';

/**
 * Somebody with an account, who uses the graph as a patient client does: asks another router when one does not answer, and signs
 * in again when the token has expired.
 */
export type Member = {
  readonly id: string;
  readonly random: Random;
  /** Asks for something, once. What was asked, and what became of it, stands in the history. Never throws. */
  wish(what: Wish, input: object, more?: Named): Promise<Outcome>;
  /** Asks until there is an answer, under one key. Gives what is there then, if anything. */
  insist(what: Wish, input: object, more: Named & { readonly key: string }): Promise<string | undefined>;
  /** Undefined when no answer came. */
  read<Data>(query: string): Promise<Data | undefined>;
  /** Subscribes, once. @throws when there is nobody to sign in with */
  watch<Data>(query: string, variables: Record<string, unknown>): Promise<Subscription<Data>>;
};

type Named = { readonly key?: string; readonly about?: string };

export type MemberOptions = {
  readonly urls: readonly string[];
  readonly random: Random;
  readonly history: History;
  readonly shift: Shift;
};

type Payload = { payload: { made: { id: string } | null; userErrors: { code: string }[] } | null };

/** More than the router takes at most; after that an answer counts as lost. */
const patienceMs = 15_000;
/** Between two times that somebody who was not answered asks again. */
const againMs = 300;

/** @throws when the member can't sign in at all */
export async function enter(email: string, { urls, random, history, shift }: MemberOptions): Promise<Member> {
  let turn = random.below(urls.length);
  const url = () => urls[turn % urls.length] ?? '';
  const patience = () => AbortSignal.any([AbortSignal.timeout(patienceMs), shift.over]);

  let session: Promise<Person> | undefined;
  const present = (): Promise<Person> => {
    session ??= signIn(url(), email, patience()).catch((error: unknown) => {
      session = undefined;
      throw error;
    });
    return session;
  };
  // Machines that have much to do may not answer at once.
  const first = await until(() => present().catch(() => undefined), { timeoutMs: 4 * patienceMs });

  /** @throws when no answer came */
  const ask = async <Data>(query: string, variables: Record<string, unknown>) => {
    try {
      const { token } = await present();
      const answer = await post<Data>(url(), { query, variables, token, signal: patience() });
      if (answer.errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')) session = undefined;
      return answer;
    } catch (error) {
      turn += 1;
      throw error;
    }
  };

  const outcomeOf = async (what: Wish, input: object): Promise<Outcome> => {
    try {
      const { data, errors } = await ask<Payload>(documentOf(what), { input });
      const payload = data?.payload;
      if (!payload) return { kind: 'unknown', why: errors?.[0]?.extensions?.code ?? errors?.[0]?.message ?? 'no data' };
      const [refusal] = payload.userErrors;
      if (refusal) return { kind: 'refused', code: refusal.code, id: payload.made?.id };
      // Granted, and what it made could not be shown.
      if (!payload.made) return { kind: 'unknown', why: errors?.[0]?.extensions?.code ?? 'nothing shown' };
      return { kind: 'accepted', id: payload.made.id };
    } catch (error) {
      return { kind: 'unknown', why: error instanceof Error ? error.message : String(error) };
    }
  };

  const wish: Member['wish'] = async (what, input, more = {}) => {
    const answered = history.asked({ what, by: first.id, ...more });
    const outcome = await outcomeOf(what, input);
    answered(outcome);
    return outcome;
  };

  return {
    id: first.id,
    random,
    wish,
    async insist(what, input, more) {
      while (!shift.isOver()) {
        const outcome = await wish(what, { ...input, idempotencyKey: more.key }, more);
        if (outcome.kind !== 'unknown') return outcome.id;
        await shift.rest(againMs);
      }
      return undefined;
    },
    async read<Data>(query: string) {
      const answer = await ask<Data>(query, {}).catch(() => undefined);
      return answer?.data ?? undefined;
    },
    async watch<Data>(query: string, variables: Record<string, unknown>) {
      const { token } = await present();
      return subscribe<Data>(url(), { query, variables, token });
    },
  };
}
