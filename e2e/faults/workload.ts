import { demoCrowd } from '@moa/db/demo';
import { until } from '@moa/testing';
import type { Form } from './form.ts';
import type { History } from './history.ts';
import type { Random } from './random.ts';
import { deliver } from './workload/couriers.ts';
import { dine } from './workload/diners.ts';
import { drive } from './workload/drivers.ts';
import { enter, type Member } from './workload/member.ts';
import { type Planner, plan } from './workload/planners.ts';
import { ride } from './workload/riders.ts';
import { beginShift } from './workload/shift.ts';
import { gatherWatchers } from './workload/watchers.ts';

/** People who use Moa, whatever happens to it. */
export type Workload = {
  /** Nobody wants anything new; everybody finishes what they began, and watchers go on watching. */
  calmDown(): void;
  /** People begin new things again. */
  goOn(): void;
  /** Everybody goes home. */
  leave(): Promise<void>;
};

/** What the diners pay with, by turns. */
const dinersCards = ['tok_ok', 'tok_ok_other', 'tok_slow', 'tok_declined', 'tok_timeout'] as const;
/** What each rider pays with: the first card, and another once that was declined. */
const ridersCards = [['tok_ok'], ['tok_declined', 'tok_slow'], ['tok_timeout']] as const;
/** What each planner pays with. */
const plannersCards = ['tok_ok', 'tok_declined', 'tok_timeout'] as const;
const [diners, couriers, drivers] = [2, 2, 4];

/** Lets them come in and begin. Nothing may be broken before this resolves. */
export async function startWorkload(form: Pick<Form, 'urls'>, random: Random, history: History): Promise<Workload> {
  const shift = beginShift();
  const watchers = gatherWatchers(history, shift);
  /** One by one: checking passwords is made to be slow. */
  const come = async (people: readonly { readonly email: string }[]) => {
    const here: Member[] = [];
    for (const { email } of people)
      here.push(await enter(email, { urls: form.urls, random: random.fork(email), history, shift }));
    return here;
  };
  const members = await come(demoCrowd.members.slice(0, diners + ridersCards.length + plannersCards.length));
  const eaters = members.slice(0, diners);
  const riders = members.slice(diners, diners + ridersCards.length);
  const travellers = members.slice(diners + ridersCards.length);
  const bringers = await come(demoCrowd.couriers.slice(0, couriers));
  const taxis = await come(demoCrowd.drivers.slice(0, drivers));

  const wallets = await Promise.all(
    eaters.map((eater) => Promise.all(dinersCards.map((card) => saveCard(eater, card)))),
  );
  for (const [n, rider] of riders.entries()) for (const card of ridersCards[n] ?? []) await saveCard(rider, card);
  await Promise.all(
    taxis.map((driver, n) => settle(driver, 'registerDriver', { plate: `서울 31 바 200${n}`, phone: '010-0000-1234' })),
  );
  const planners = await Promise.all(travellers.map((traveller, n) => plannerOf(traveller, n, travellers)));
  await Promise.all([...members, ...taxis].map((member) => watchers.watchMailbox(member)));

  const board: string[] = [];
  const everybody = Promise.all([
    ...eaters.map((eater, n) => dine(eater, wallets[n] ?? [], shift, watchers)),
    ...bringers.map((courier) => deliver(courier, shift)),
    ...riders.map((rider) => ride(rider, shift, watchers)),
    ...taxis.map((driver) => drive(driver, shift)),
    ...planners.map((planner) => plan(planner, board, shift, watchers)),
  ]);
  return {
    calmDown: shift.calmDown,
    goOn: shift.goOn,
    async leave() {
      shift.end();
      await everybody;
      await watchers.left();
    },
  };
}

/** @throws when it is not granted within a while */
const settle = (member: Member, ...wish: Parameters<Member['wish']>): Promise<string> =>
  until(
    async () => {
      const outcome = await member.wish(...wish);
      return outcome.kind === 'accepted' && outcome.id;
    },
    { timeoutMs: 30_000 },
  );

const saveCard = (member: Member, providerToken: string): Promise<string> =>
  settle(member, 'savePaymentMethod', { providerToken });

/** The planners stand in a ring, in which each follows the next one faithfully. */
async function plannerOf(member: Member, number: number, ring: readonly Member[]): Promise<Planner> {
  const next = ring[(number + 1) % ring.length] ?? member;
  await settle(member, 'follow', { memberId: next.id });
  // Whoever is told has been heard of: from now on plans are news for the follower.
  await until(async () => (await fansToldTo(next)).includes(member.id), { timeoutMs: 30_000 });
  const others = ring.filter(({ id }) => id !== member.id && id !== next.id).map(({ id }) => id);
  return { member, card: await saveCard(member, plannersCards[number] ?? 'tok_ok'), others };
}

async function fansToldTo(member: Member): Promise<readonly string[]> {
  type Told = { me: { notifications: { nodes: { kind: string; member: { id: string } | null }[] } } | null };
  const told = await member.read<Told>('{ me { notifications(first: 100) { nodes { kind member { id } } } } }');
  return (told?.me?.notifications.nodes ?? [])
    .filter(({ kind }) => kind === 'MEMBER_FOLLOWED')
    .flatMap(({ member: fan }) => fan?.id ?? []);
}
