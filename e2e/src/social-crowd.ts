import { setTimeout as wait } from 'node:timers/promises';
import { mutate } from './mutate.ts';
import type { Person } from './person.ts';
import {
  buyTokens,
  createPlan,
  follow,
  heartPlan,
  requestRecommendation,
  sharePlan,
  unfollow,
  unheartPlan,
  unsharePlan,
} from './social.ts';

/** People who plan trips and follow each other while the processes they talk to come and go. */
export type SocialCrowd = {
  /** Recommendations and purchases that somebody was told of. */
  readonly told: { readonly recommendations: ReadonlySet<string>; readonly purchases: ReadonlySet<string> };
  /** Answers of any kind that came so far. */
  readonly answers: () => number;
  /** Everybody finishes what they are at, and goes home. */
  readonly leave: () => Promise<void>;
};

export type Planner = { readonly person: Person; readonly paymentMethodId: string };

const places = ['강릉', '여수', '부산', '아틀란티스'] as const;
const kinds = ['PERSONAL', 'PERSONAL', 'TREND', 'TASTE'] as const;
/** Between two things that one of them does: the machine has to start processes, too. */
const paceMs = 200;

const anyOf = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(Math.random() * items.length)];

/** The planners follow each other at will; the one behind them in the row they leave alone. */
export function gatherSocialCrowd(planners: readonly Planner[]): SocialCrowd {
  const told = { recommendations: new Set<string>(), purchases: new Set<string>() };
  const shared: string[] = [];
  let answers = 0;
  let isOver = false;

  /** What became of a request whose answer was lost is unknown; whether it counted, the books will tell. */
  const heard = async <Answer>(request: Promise<Answer>): Promise<Answer | undefined> => {
    const answer = await request.catch(() => undefined);
    if (answer !== undefined) answers += 1;
    return answer;
  };
  /** Whatever costs something has a key, and is asked for until there is an answer. */
  const insist = async <Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> => {
    let answer = await heard(ask());
    while (answer === undefined && !isOver) {
      await wait(paceMs);
      answer = await heard(ask());
    }
    return answer;
  };

  const doSomething = async ({ person, paymentMethodId }: Planner, number: number, key: string): Promise<void> => {
    const plan = anyOf(shared) ?? '';
    const others = planners.filter((_, n) => n !== number && n !== (number + 1) % planners.length);
    const other = anyOf(others)?.person.id ?? '';
    const dice = Math.random();
    if (dice < 0.3) {
      const input = { kind: anyOf(kinds), location: anyOf(places), idempotencyKey: key };
      const answer = await insist(() => requestRecommendation(person, input));
      if (answer?.recommendation) told.recommendations.add(answer.recommendation.id);
    } else if (dice < 0.4) {
      const input = { quantity: 1 + Math.floor(Math.random() * 3), paymentMethodId, idempotencyKey: key };
      const answer = await insist(() => buyTokens(person, input));
      if (answer?.purchase) told.purchases.add(answer.purchase.id);
    } else if (dice < 0.5) await heard(follow(person, other));
    else if (dice < 0.6) await heard(unfollow(person, other));
    else if (dice < 0.7) {
      const created = await heard(createPlan(person, { location: `${anyOf(places)} ${key}` }));
      const id = created?.plan?.id;
      if (id === undefined) return;
      await heard(sharePlan(person, id));
      if (Math.random() < 0.3) {
        await heard(unsharePlan(person, id));
        await heard(sharePlan(person, id));
      }
      shared.push(id);
    } else if (dice < 0.85) await heard(heartPlan(person, plan));
    else if (dice < 0.95) await heard(unheartPlan(person, plan));
    else await heard(mutate(person, 'markNotificationsRead', { all: true }, 'unreadCount'));
  };

  const everybody = Promise.all(
    planners.map(async (planner, number) => {
      for (let n = 0; !isOver; n += 1) {
        await doSomething(planner, number, `crowd-${number}-${n}`);
        await wait(paceMs);
      }
    }),
  );
  return {
    told,
    answers: () => answers,
    async leave() {
      isOver = true;
      await everybody;
    },
  };
}
