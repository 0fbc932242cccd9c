import { demoCrowd } from '@moa/db/demo';
import { type Bus, buses, until } from '@moa/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { signIn } from '../src/person.ts';
import { openPlace } from '../src/place.ts';
import { type MoaProcess, startProcess, type Variables } from '../src/process.ts';
import { follow, saveCard } from '../src/social.ts';
import { blindSocialRules, faultsInSocial, firstFault, openSocialBooks } from '../src/social-audit.ts';
import { gatherSocialCrowd, type Planner } from '../src/social-crowd.ts';
import { socialRulesAtAnyMoment, socialRulesAtRest } from '../src/social-rules.ts';

const victims = ['pay', 'plan', 'notification', 'follow'] as const;
type Victim = (typeof victims)[number];
/** Each alone, the two ends of the token saga together, and all of them at once: in any order. */
const rounds: readonly (readonly Victim[])[] = [...victims.map((victim) => [victim]), ['pay', 'plan'], victims];
const kills = rounds.flat().length;
/** What the planners pay with, one each. */
const cards = ['tok_ok', 'tok_slow', 'tok_timeout', 'tok_declined', 'tok_ok_other', 'tok_ok_third'] as const;

/** The four in processes of their own, with a core that nobody kills. */
async function openTown(bus: Bus) {
  const place = await openPlace(bus);
  const variables = (name: string): Variables => ({ ...place.variables, SUBGRAPHS: name, ROUTER: '0' });
  const core = await startProcess({ ...place.variables, SUBGRAPHS: 'account', ROUTER: '1' });
  const running = new Map<Victim, MoaProcess>();
  const start = async (names: readonly Victim[]) => {
    await Promise.all(names.map(async (name) => running.set(name, await startProcess(variables(name)))));
  };
  const end = (names: readonly Victim[], signal: 'SIGKILL' | 'SIGTERM') =>
    Promise.all(names.map((name) => running.get(name)?.end(signal)));
  await start(victims);
  return {
    place,
    async killAndRestart(names: readonly Victim[]) {
      await end(names, 'SIGKILL');
      await start(names);
    },
    async close() {
      await Promise.all([core.end('SIGTERM'), end(victims, 'SIGTERM')]);
      await place.close();
    },
  };
}

async function planner(url: string, email: string, card: string): Promise<Planner> {
  const person = await signIn(url, email);
  return { person, paymentMethodId: await saveCard(person, card) };
}

/** In any order. */
const shuffled = <Item>(items: readonly Item[]): readonly Item[] =>
  items
    .map((item) => ({ item, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);

describe.each(buses)('SIGKILL of pay, plan, notification and follow under load, $name', (bus) => {
  test(`${kills} kills: tokens, plans, followers and notifications stay exact`, { timeout: 300_000 }, async () => {
    const town = await openTown(bus);
    const books = await openSocialBooks(town.place);
    onTestFinished(async () => {
      await books.close();
      await town.close();
    });
    const planners = await Promise.all(
      cards.map((card, n) => planner(town.place.url, demoCrowd.members[n]?.email ?? '', card)),
    );
    // Each has a faithful follower: the one before them in the row.
    for (const [n, { person }] of planners.entries()) {
      const followed = planners[(n + 1) % planners.length]?.person.id ?? '';
      await until(async () => (await follow(person, followed)).codes.length === 0); // who joined is known a moment later
    }
    const copied = socialRulesAtRest(new Date()).filter(({ forbids }) => forbids.startsWith('followers that'));
    await until(async () => (await firstFault(books, copied)) === undefined);
    const atRest = socialRulesAtRest(new Date());

    const crowd = gatherSocialCrowd(planners);
    onTestFinished(() => crowd.leave());
    for (const names of shuffled(rounds)) {
      const goal = crowd.answers() + 1 + Math.floor(Math.random() * 40);
      await until(() => crowd.answers() >= goal, { timeoutMs: 60_000 });
      await town.killAndRestart(names);
      expect(await faultsInSocial(books, socialRulesAtAnyMoment)).toEqual([]);
    }
    await crowd.leave();

    const settled = async () => (await firstFault(books, atRest)) === undefined;
    await until(settled, { timeoutMs: 90_000 }).catch(() => undefined); // what did not settle is shown below
    expect(await faultsInSocial(books, atRest)).toEqual([]);

    const { recommendations, purchases } = crowd.told;
    const asked = await books.plan.query<{ id: string }>(`select id from recommendations`);
    const bought = await books.pay.query<{ id: string }>('select id from token_purchases');
    const booked = new Set([...asked.rows, ...bought.rows].map(({ id }) => id));
    expect([...recommendations, ...purchases].filter((id) => !booked.has(id))).toEqual([]);
    expect(recommendations.size).toBeGreaterThan(kills);
    expect(await blindSocialRules(books, atRest)).toEqual([]);
  });
});
