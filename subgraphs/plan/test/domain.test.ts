import { readFileSync } from 'node:fs';
import { won } from '@moa/money';
import { toMermaid } from '@moa/saga';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addYears, dayInSeoul, daysFrom } from '../src/domain/calendar.ts';
import { evolve } from '../src/domain/evolve.ts';
import { giveHeart, type Heart, type HeartChange, takeHeartBack } from '../src/domain/heart.ts';
import { favouritePlaces, tastesOf } from '../src/domain/inspiration.ts';
import type { Plan } from '../src/domain/plan.ts';
import type { Recommendation } from '../src/domain/recommendation.ts';
import { type RecommendationEvent, recommending } from '../src/domain/recommending.ts';
import { decideRequest, type RequestRecommendation } from '../src/domain/request.ts';
import { share, unshare } from '../src/domain/share.ts';
import { decideCreatePlan, decideUpdatePlan, type PlanInput } from '../src/domain/write.ts';

/** In Seoul it is 1 February already. */
const now = new Date('2026-01-31T15:00:00Z');
const circumstances = { id: 'p', ownerId: 'o', now };
const input: PlanInput = { location: '부산', groupSize: 2 };

const created = (change: PlanInput = {}): Plan => {
  const decision = decideCreatePlan({ ...input, ...change }, circumstances);
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision));
  return decision.value;
};
const codesOf = (decision: ReturnType<typeof decideCreatePlan>) =>
  decision.kind === 'refused' ? decision.refusals.map(({ code }) => code) : [];

describe('the calendar', () => {
  test('knows the day in Seoul', () => {
    expect(dayInSeoul(now)).toBe('2026-02-01');
    expect(dayInSeoul(new Date('2026-01-31T14:59:59Z'))).toBe('2026-01-31');
  });
  test('counts days and years', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addYears('2028-02-29', 1)).toBe('2029-03-01');
    expect(daysFrom('2026-02-01', '2026-02-01')).toBe(1);
    expect(daysFrom('2026-02-02', '2026-02-01')).toBe(0);
  });
});

describe('writing a plan (P1)', () => {
  test('takes what people typed as it can be stored', () => {
    expect(created({ location: ' 부\0산 ', details: '  ', title: '여행\ud800' })).toMatchObject({
      location: '부산',
      details: null,
      title: '여행\ufffd',
      days: 1,
      version: 1,
      sharedAt: null,
    });
    expect(created({ location: '부산'.normalize('NFD') }).location).toBe('부산');
  });
  test.each<[string, PlanInput, string]>([
    ['no location', { location: ' ' }, 'LOCATION_INVALID'],
    ['a long location', { location: 'x'.repeat(101) }, 'LOCATION_INVALID'],
    ['a long title', { title: 'x'.repeat(101) }, 'TITLE_TOO_LONG'],
    ['nobody', { groupSize: 0 }, 'GROUP_SIZE_OUT_OF_RANGE'],
    ['a crowd', { groupSize: 101 }, 'GROUP_SIZE_OUT_OF_RANGE'],
    ['yesterday in Seoul', { travelDate: '2026-01-31' }, 'TRAVEL_DATE_OUT_OF_RANGE'],
    ['more than two years ahead', { travelDate: '2028-02-02' }, 'TRAVEL_DATE_OUT_OF_RANGE'],
    ['a return without a start', { returnDate: '2026-02-02' }, 'RETURN_DATE_WITHOUT_TRAVEL_DATE'],
    ['reversed dates', { travelDate: '2026-02-02', returnDate: '2026-02-01' }, 'RETURN_DATE_BEFORE_TRAVEL_DATE'],
    ['15 days', { travelDate: '2026-02-01', returnDate: '2026-02-15' }, 'TRIP_TOO_LONG'],
    ['too much money', { budget: won(1_000_000_001) }, 'BUDGET_OUT_OF_RANGE'],
    ['too many words', { details: 'x'.repeat(2_001) }, 'DETAILS_TOO_LONG'],
  ])('refuses %s', (_name, change, code) => {
    expect(codesOf(decideCreatePlan({ ...input, ...change }, circumstances))).toEqual([code]);
  });
  test.each<[string, PlanInput, number]>([
    ['today', { travelDate: '2026-02-01' }, 1],
    ['14 days', { travelDate: '2026-02-01', returnDate: '2026-02-14' }, 14],
    ['in two years', { travelDate: '2028-02-01' }, 1],
    ['for nothing', { budget: won(0) }, 1],
  ])('takes %s', (_name, change, days) => {
    expect(created(change).days).toBe(days);
  });

  const trip = created({ travelDate: '2026-02-05', returnDate: '2026-02-07', details: '바다' });
  const updated = (change: PlanInput, at = now) => decideUpdatePlan(trip, change, at);
  test('an update changes only what it names, and counts', () => {
    expect(updated({ groupSize: 3, details: null })).toMatchObject({
      value: { groupSize: 3, details: null, location: '부산', days: 3, version: 2 },
    });
    expect(updated({ travelDate: '2026-03-01' })).toMatchObject({ value: { days: 3 } });
    expect(updated({ returnDate: null })).toMatchObject({ value: { days: 1 } });
    expect(codesOf(updated({ location: null }))).toEqual(['LOCATION_INVALID']);
    expect(codesOf(updated({ returnDate: '2026-02-04' }))).toEqual(['RETURN_DATE_BEFORE_TRAVEL_DATE']);
  });
  test('an update with nothing new leaves the plan as it is', () => {
    expect(updated({ location: ' 부산', travelDate: '2026-02-05' })).toEqual({ kind: 'done', value: trip });
  });
  test('a plan of the past can still be changed', () => {
    const later = new Date('2027-01-01T00:00:00Z');
    expect(updated({ details: '좋았다' }, later).kind).toBe('done');
    expect(codesOf(updated({ travelDate: '2026-02-06' }, later))).toEqual(['TRAVEL_DATE_OUT_OF_RANGE']);
  });
});

describe('sharing (P2)', () => {
  test('is told each time, and once', () => {
    const first = share(created(), now);
    expect(first.facts).toMatchObject([{ type: 'PlanShared', version: 2, location: '부산' }]);
    expect(share(first.plan, now)).toEqual({ plan: first.plan, facts: [] });
    const hidden = unshare(first.plan, now);
    expect(hidden.facts).toMatchObject([{ type: 'PlanUnshared', version: 3 }]);
    expect(unshare(hidden.plan, now).facts).toEqual([]);
    expect(share(hidden.plan, now).facts).toMatchObject([{ version: 4 }]);
  });
});

describe('hearts (P3)', () => {
  test('are counted right and told once, however a member changes their mind', () => {
    const plan = created();
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 20 }), fc.boolean(), (wishes, isOwn) => {
        let heart: Heart = 'never';
        let count = 0;
        let told = 0;
        for (const wish of wishes) {
          const change: HeartChange = wish ? giveHeart(plan, heart, isOwn ? 'o' : 'm') : takeHeartBack(heart);
          heart = change.heart;
          count += change.count;
          told += change.facts.length;
        }
        expect(count).toBe(wishes.at(-1) ? 1 : 0);
        expect(told).toBe(wishes.includes(true) && !isOwn ? 1 : 0);
      }),
    );
  });
});

describe('asking for a recommendation (P4)', () => {
  const nothing = { location: null, travelDate: null, returnDate: null, budget: null, groupSize: null, details: null };
  const command: RequestRecommendation = { kind: 'PERSONAL', ...nothing, idempotencyKey: 'k' };
  const given = { id: 'r', memberId: 'm', now };
  const codes = (change: Partial<RequestRecommendation>) => {
    const decision = decideRequest({ ...command, ...change }, given);
    return decision.kind === 'refused' ? decision.refusals.map(({ code }) => code) : [];
  };
  test('PERSONAL names all that is missing', () => {
    expect(codes({})).toEqual(['LOCATION_INVALID', 'TRAVEL_DATE_REQUIRED', 'BUDGET_REQUIRED', 'GROUP_SIZE_REQUIRED']);
  });
  test('TREND and TASTE take what is given', () => {
    for (const kind of ['TREND', 'TASTE'] as const) {
      expect(decideRequest({ ...command, kind }, given)).toMatchObject({
        value: { request: { location: null, groupSize: 1, days: 1, budget: null } },
      });
    }
    expect(codes({ kind: 'TREND', groupSize: 0, travelDate: '2020-01-01', idempotencyKey: '' })).toEqual([
      'GROUP_SIZE_OUT_OF_RANGE',
      'TRAVEL_DATE_OUT_OF_RANGE',
      'IDEMPOTENCY_KEY_INVALID',
    ]);
  });
});

describe('the saga of a recommendation (P6)', () => {
  const asked = {
    id: 'r',
    version: 1,
    memberId: 'm',
    kind: 'PERSONAL' as const,
    request: { location: '부산', groupSize: 1, travelDate: null, days: 1, budget: null, details: null },
    requestedAt: now,
    changedAt: now,
    state: 'REQUESTED' as const,
  };
  const event = fc.constantFrom<RecommendationEvent>(
    { type: 'TokenReserved' },
    { type: 'TokenRefused' },
    { type: 'PayGivenUp' },
    { type: 'PlanWritten', planId: 'p', location: '부산' },
    { type: 'NothingFound', reason: 'NOTHING_KNOWN_OF_PLACE' },
    { type: 'AdvisorGivenUp' },
  );
  test('ends at most once, with one fact that says how, and a plan only after a token is held', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 10 }), (events) => {
        let recommendation: Recommendation = asked;
        const facts: string[] = [];
        for (const happening of events) {
          const step = recommending.next(recommendation.state, recommendation, happening);
          if (!step) continue;
          if (happening.type === 'PlanWritten') expect(recommendation.state).toBe('RESERVED');
          for (const command of step.commands) {
            if (command.kind !== 'fact') continue;
            facts.push(command.fact.type);
            expect(command.fact.version).toBe(recommendation.version + 1);
          }
          recommendation = evolve(recommendation, happening, now);
          expect(recommendation.state).toBe(step.to);
        }
        const ends = { READY: ['RecommendationReady'], FAILED: ['RecommendationFailed'], REQUESTED: [], RESERVED: [] };
        expect(facts).toEqual(ends[recommendation.state]);
      }),
    );
  });
  test('is that of the picture in the README', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(`\`\`\`mermaid\n${toMermaid(recommending, 'REQUESTED')}\n\`\`\``);
  });
});

test('what others like is ranked, the commonest first', () => {
  const plans = [
    { location: '부산', kinds: ['바다', '시장'], text: '바다 바다 야경' },
    { location: '경주', kinds: ['유적지'], text: '한적한 유적지' },
    { location: '경주', kinds: ['바다'], text: '' },
  ];
  expect(favouritePlaces(plans)).toEqual(['경주', '부산']);
  expect(favouritePlaces([])).toEqual([]);
  expect(tastesOf(plans)).toEqual(['바다', '시장', '유적지', '야경', '한적한']);
});
