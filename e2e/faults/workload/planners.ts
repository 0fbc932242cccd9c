import { inDays } from './days.ts';
import type { Member } from './member.ts';
import type { Shift } from './shift.ts';
import type { Watchers } from './watchers.ts';

/** Somebody who plans, with a card, and the people around. */
export type Planner = {
  readonly member: Member;
  readonly card: string;
  /** Those whom the planner follows at will. The one whom the planner follows faithfully is not among them. */
  readonly others: readonly string[];
};

const locations = ['강릉', '여수', '부산', '아틀란티스'] as const;
const kinds = ['PERSONAL', 'PERSONAL', 'TREND', 'TASTE'] as const;
const paceMs = 500;

/** Asks for recommendations, buys tokens, writes and shares plans, follows and hearts. `board`: plans that anybody has shared. */
export async function plan(
  { member, card, others }: Planner,
  board: string[],
  shift: Shift,
  watchers: Watchers,
): Promise<void> {
  const { random } = member;
  const aboutPlan = async (what: 'heartPlan' | 'unheartPlan' | 'sharePlan' | 'unsharePlan', planId: string) =>
    member.wish(what, { planId }, { about: planId });
  const recommend = async (key: string) => {
    const trip = { groupSize: 2, travelDate: inDays(30), returnDate: inDays(31), budget: 600_000 };
    const input = { kind: random.pick(kinds), location: random.pick(locations), ...trip };
    const id = await member.insist('requestRecommendation', input, { key });
    if (id !== undefined) watchers.watch(member, 'recommendationChanged', id);
    if (random.fraction() < 0.2) await member.insist('requestRecommendation', input, { key });
  };
  const buy = async (key: string) => {
    const input = { quantity: 1 + random.below(3), paymentMethodId: card };
    const times = random.fraction() < 0.3 ? 2 : 1;
    await Promise.all(Array.from({ length: times }, () => member.insist('buyTokens', input, { key })));
  };
  const write = async (key: string) => {
    const outcome = await member.wish('createPlan', {
      location: `${random.pick(locations)} ${key}`.slice(0, 100),
      groupSize: 2,
    });
    if (outcome.kind !== 'accepted') return;
    await aboutPlan('sharePlan', outcome.id);
    if (random.fraction() < 0.3) {
      await aboutPlan('unsharePlan', outcome.id);
      await aboutPlan('sharePlan', outcome.id);
    }
    board.push(outcome.id);
  };

  for (let n = 0; !shift.isOver(); n += 1) {
    await shift.untilBusy();
    const key = `${member.id}-plan-${n}`;
    const dice = random.fraction();
    const [chosen, other] = [random.fraction(), random.pick(others)];
    const shared = board[Math.floor(chosen * board.length)];
    if (dice < 0.3) await recommend(key);
    else if (dice < 0.45) await buy(key);
    else if (dice < 0.55) await member.wish('follow', { memberId: other }, { about: other });
    else if (dice < 0.65) await member.wish('unfollow', { memberId: other }, { about: other });
    else if (dice < 0.68) await member.read('mutation { markNotificationsRead(input: { all: true }) { unreadCount } }');
    else if (dice < 0.8 || shared === undefined) await write(key);
    else await aboutPlan(dice < 0.93 ? 'heartPlan' : 'unheartPlan', shared);
    await shift.rest(paceMs);
  }
}
