import { randomUUIDv7 } from 'node:crypto';
import { createLogger } from '@moa/telemetry';
import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openAdvisor } from '../src/index.ts';
import {
  inDays,
  type Member,
  member,
  nobody,
  openWorld,
  type Recommended,
  recommendationFields,
  type World,
} from './world.ts';

describe.each(buses)('recommendations on $name (P4, P6)', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  beforeEach(() => {
    world.pay.is('reserves');
    world.advisor.isDown(false);
  });
  afterAll(() => world?.close());

  const watch = async (viewer: Member, id: string) => {
    const events = await world.watch<{ recommendationChanged: Recommended }>(
      viewer,
      `subscription ($id: ID!) { recommendationChanged(recommendationId: $id) { ${recommendationFields} } }`,
      { id },
    );
    const next = async () => {
      const { done, value } = await events.next();
      return done ? 'the end' : (value.data?.recommendationChanged ?? value.errors?.[0]?.extensions?.code);
    };
    return { next, close: events.close };
  };
  const plansOf = async (viewer: Member) =>
    (await world.listOf(viewer, 'plans', { of: viewer.memberId, first: 100 }))?.ids ?? [];

  test('a live client sees REQUESTED, then READY with the plan inside', async () => {
    const viewer = member();
    const goOn = world.advisor.holdBack();
    const { recommendation, codes } = await world.request(viewer, { returnDate: inDays(11), details: '바다' });
    expect(codes).toEqual([]);
    expect(recommendation).toMatchObject({ status: 'REQUESTED', kind: 'PERSONAL', plan: null, failure: null });
    const live = await watch(viewer, recommendation?.id ?? '');
    expect(await live.next()).toMatchObject({ status: 'REQUESTED', plan: null, settledAt: null });
    goOn();
    expect(await live.next()).toMatchObject({
      status: 'READY',
      settledAt: expect.any(String),
      plan: {
        owner: { id: viewer.memberId },
        origin: 'PERSONAL',
        title: '2일 여행',
        location: '부산',
        groupSize: 2,
        budget: 500_000,
        details: '바다',
        days: 2,
        estimatedCost: 4_000,
        sharedAt: null,
        itinerary: [
          { day: 1, date: inDays(10), stops: [{ name: '부산 바다', kind: '바다', note: '좋다' }] },
          { day: 2, date: inDays(11) },
        ],
      },
    });
    await live.close();
    expect(await world.facts(recommendation?.id ?? '')).toEqual(['RecommendationReady 3']);
    expect(await plansOf(viewer)).toHaveLength(1);
  });

  test('nobody else follows it or sees it', async () => {
    const { recommendation } = await world.request(member());
    const id = recommendation?.id ?? '';
    for (const viewer of [member(), member('ADMIN')]) {
      expect(await world.showRecommendation(viewer, id)).toBeNull();
      const refused = await watch(viewer, id);
      expect(await refused.next()).toBe('NOT_FOUND');
      await refused.close();
    }
    expect(await world.showRecommendation(member(), 'nonsense')).toBeNull();
    expect((await world.request(nobody)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  test('without a token it fails at once, and says so again', async () => {
    const viewer = member();
    world.pay.is('refuses');
    const idempotencyKey = randomUUIDv7();
    const first = await world.request(viewer, { idempotencyKey });
    expect(first.codes).toEqual(['NOT_ENOUGH_TOKENS']);
    expect(first.recommendation).toMatchObject({ status: 'FAILED', failure: { reason: 'NOT_ENOUGH_TOKENS' } });
    expect(await world.request(viewer, { idempotencyKey })).toEqual(first);
    expect(await world.facts(first.recommendation?.id ?? '')).toEqual(['RecommendationFailed 2']);
    expect(await plansOf(viewer)).toEqual([]);
  });

  test('the same key gives the same recommendation, and one plan, also fifty times at once', async () => {
    const viewer = member();
    const idempotencyKey = randomUUIDv7();
    const results = await Promise.all(Array.from({ length: 50 }, () => world.request(viewer, { idempotencyKey })));
    const ids = new Set(results.map(({ recommendation }) => recommendation?.id));
    expect(ids.size).toBe(1);
    const [id = ''] = [...ids];
    await world.settled(viewer, id);
    expect(await plansOf(viewer)).toHaveLength(1);
    expect(await world.facts(id)).toEqual(['RecommendationReady 3']);
    const other = await world.request(viewer, { idempotencyKey, details: '산' });
    expect(other).toMatchObject({ recommendation: null, codes: ['IDEMPOTENCY_KEY_REUSED'] });
  });

  test('fifty requests at once make fifty plans, with a token each', async () => {
    const viewer = member();
    const results = await Promise.all(Array.from({ length: 50 }, () => world.request(viewer)));
    const ids = results.map(({ recommendation }) => recommendation?.id ?? '');
    for (const id of ids) expect(await world.settled(viewer, id)).toMatchObject({ status: 'READY' });
    expect(new Set(await plansOf(viewer)).size).toBe(50);
    expect(ids.filter((id) => world.pay.reservations.has(id))).toHaveLength(50);
  });

  test('while pay is down it waits, then goes on by itself', async () => {
    const viewer = member();
    world.pay.is('down');
    const { recommendation, codes } = await world.request(viewer);
    expect(codes).toEqual([]);
    const id = recommendation?.id ?? '';
    const before = world.pay.asked.length;
    await until(() => world.pay.asked.length > before);
    expect(await world.showRecommendation(viewer, id)).toMatchObject({ status: 'REQUESTED' });
    world.pay.is('reserves');
    expect(await world.settled(viewer, id)).toMatchObject({ status: 'READY' });
  });

  test('when pay is slow, or never says that it holds the token, the member has an answer and later one plan', async () => {
    const viewer = member();
    const answer = world.pay.holdBack();
    const slow = await world.request(viewer);
    expect(slow.recommendation).toMatchObject({ status: 'REQUESTED' });
    answer();
    expect(await world.settled(viewer, slow.recommendation?.id ?? '')).toMatchObject({ status: 'READY' });
    world.pay.is('mute');
    const mute = await world.request(viewer);
    expect(mute.recommendation).toMatchObject({ status: 'REQUESTED' });
    world.pay.is('reserves');
    expect(await world.settled(viewer, mute.recommendation?.id ?? '')).toMatchObject({ status: 'READY' });
    expect(await plansOf(viewer)).toHaveLength(2);
  });

  test('an advisor who is away is asked again', async () => {
    const viewer = member();
    world.advisor.isDown(true);
    const { recommendation } = await world.request(viewer);
    const id = recommendation?.id ?? '';
    await until(() => world.advisor.asked.filter(({ seed }) => seed === id).length > 1);
    expect(await world.showRecommendation(viewer, id)).toMatchObject({ status: 'REQUESTED' });
    world.advisor.isDown(false);
    expect(await world.settled(viewer, id)).toMatchObject({ status: 'READY' });
    expect(await world.facts(id)).toEqual(['RecommendationReady 3']);
  });

  test.each([
    [{ location: '아틀란티스' }, 'NOTHING_KNOWN_OF_PLACE'],
    [{ budget: 1 }, 'BUDGET_TOO_SMALL'],
  ])('%o fails with an honest reason, and the token goes back', async (change, reason) => {
    const viewer = member();
    const { recommendation } = await world.request(viewer, change);
    const id = recommendation?.id ?? '';
    const failed = await world.settled(viewer, id);
    expect(failed).toMatchObject({ status: 'FAILED', plan: null, failure: { reason, message: expect.any(String) } });
    expect(await world.facts(id)).toEqual(['RecommendationFailed 3']);
    expect(await plansOf(viewer)).toEqual([]);
  });

  test('a plan that was recommended is the member’s to share and to delete', async () => {
    const viewer = member();
    const { recommendation } = await world.request(viewer);
    const { id, plan } = await world.settled(viewer, recommendation?.id ?? '');
    expect((await world.share(viewer, plan?.id ?? '')).plan?.sharedAt).not.toBeNull();
    expect((await world.show(nobody, plan?.id ?? ''))?.itinerary).toHaveLength(1);
    await world.remove(viewer, plan?.id ?? '');
    expect(await world.showRecommendation(viewer, id)).toMatchObject({ status: 'READY', plan: null });
  });
});

describe.each(buses)('a request that is repeated long after, on $name', (kind) => {
  test('has its recommendation, though it would come too late by now', async () => {
    let daysLater = 0;
    const world = await openWorld(kind, {}, () => new Date(Date.now() + daysLater * 86_400_000));
    const viewer = member();
    const wish = { travelDate: inDays(1), idempotencyKey: randomUUIDv7() };
    const first = await world.request(viewer, wish);
    daysLater = 7;
    const again = await world.request(viewer, wish);
    expect(again).toMatchObject({ recommendation: { id: first.recommendation?.id }, codes: [] });
    expect((await world.request(viewer, { ...wish, idempotencyKey: 'new' })).codes).toEqual([
      'TRAVEL_DATE_OUT_OF_RANGE',
    ]);
    await world.close();
  });
});

describe.each(buses)('a recommendation that nobody waits for any more, on $name', (kind) => {
  test('fails when pay was away for too long, and tells pay to let go', async () => {
    const world = await openWorld(kind, { timing: { payMs: 500 } });
    const viewer = member();
    world.pay.is('mute');
    const { recommendation } = await world.request(viewer);
    const id = recommendation?.id ?? '';
    expect(await world.settled(viewer, id)).toMatchObject({ status: 'FAILED', failure: { reason: 'PAY_UNAVAILABLE' } });
    expect(await world.facts(id)).toEqual(['RecommendationFailed 2']);
    await world.close();
  });

  test('fails when the advisor was away for too long, and only then', async () => {
    const world = await openWorld(kind, { timing: { advisorMs: 700, adviceMs: 300 } });
    const viewer = member();
    world.advisor.isDown(true);
    const down = await world.request(viewer);
    expect(await world.settled(viewer, down.recommendation?.id ?? '')).toMatchObject({
      failure: { reason: 'ADVISOR_UNAVAILABLE' },
    });
    expect(world.advisor.asked.length).toBeGreaterThan(1);
    world.advisor.isDown(false);
    const release = world.advisor.holdBack();
    const silent = await world.request(viewer);
    expect(await world.settled(viewer, silent.recommendation?.id ?? '')).toMatchObject({
      failure: { reason: 'ADVISOR_UNAVAILABLE' },
    });
    release();
    expect(await world.facts(down.recommendation?.id ?? '')).toEqual(['RecommendationFailed 3']);
    await world.close();
  });
});

describe.each(buses)('with the advisor that needs nobody, on $name (P5)', (kind) => {
  test('plans are written, kept and found', async () => {
    const advisor = openAdvisor({ logger: createLogger('plan', 'silent') });
    const world = await openWorld(kind, { advisor });
    const viewer = member();
    const { recommendation } = await world.request(viewer, { returnDate: inDays(12), details: '바다와 시장' });
    const { plan } = await world.settled(viewer, recommendation?.id ?? '');
    expect(plan?.itinerary.map(({ date }) => date)).toEqual([10, 11, 12].map(inDays));
    for (const { stops } of plan?.itinerary ?? []) expect(stops.length).toBeGreaterThan(0);
    expect(plan?.estimatedCost).toBeLessThanOrEqual(500_000);
    await world.share(viewer, plan?.id ?? '');
    const other = member();
    await world.heart(other, plan?.id ?? '');
    const open = { location: null, travelDate: null, budget: null, groupSize: null };
    const taste = await world.request(other, { ...open, kind: 'TASTE' });
    expect(await world.settled(other, taste.recommendation?.id ?? '')).toMatchObject({ plan: { location: '부산' } });
    const nowhere = await world.request(other, { location: 'qqxyzzy' });
    expect(await world.settled(other, nowhere.recommendation?.id ?? '')).toMatchObject({
      failure: { reason: 'NOTHING_KNOWN_OF_PLACE' },
    });
    await world.close();
    await advisor.close();
  });
});
