import { randomUUID } from 'node:crypto';
import { buses, post, type Subscription, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Books } from '../faults/books.ts';
import { invariantsOf } from '../faults/invariants.ts';
import { booksOf, faultsIn } from '../src/books.ts';
import { mutate } from '../src/mutate.ts';
import type { Person } from '../src/person.ts';
import { openPlace, type Place } from '../src/place.ts';
import { type MoaProcess, startProcess } from '../src/process.ts';
import {
  buyTokens,
  createPlan,
  deletePlan,
  follow,
  heartPlan,
  inDays,
  mine,
  type Named,
  notificationsOf,
  readBoard,
  requestRecommendation,
  saveCard,
  sharedPlan,
  sharePlan,
  showPlan,
  showRecommendation,
  signUp,
  tokensOf,
  unfollow,
  unheartPlan,
  unsharePlan,
  untilTold,
  updatePlan,
  watchNotifications,
  watchRecommendation,
} from '../src/social.ts';
import { untilSeen } from '../src/taxi.ts';

const names = ['가온', '나래', '다솜', '라온', '마루', '보미', 'Emily'] as const;
type Ids = { nodes: { id: string }[] };

/** What a word of the board is found by in this test alone. */
const rareWord = (): string => `표식${randomUUID().slice(0, 8)}`;

type WithCodes = { errors?: readonly { extensions?: { code?: string } }[] };
/** Why a subscription is refused, in whichever of the protocol's two ways. */
const refusalOf = (events: Subscription<unknown>): Promise<string | undefined> =>
  events.next().then(
    ({ value }) => (value as WithCodes | undefined)?.errors?.[0]?.extensions?.code, // as GraphQL has it
    ({ errors }: WithCodes) => errors?.[0]?.extensions?.code,
  );

describe.each(buses)('plans, followers, tokens and notifications through the router, one process, $name', (bus) => {
  let place: Place;
  let moa: MoaProcess;
  let books: Books;
  let people: Record<(typeof names)[number], Named>;

  beforeAll(async () => {
    place = await openPlace(bus);
    moa = await startProcess(place.variables);
    books = booksOf(place);
    const all = await Promise.all(names.map(async (name) => [name, await signUp(place.url, name)] as const));
    people = Object.fromEntries(all) as typeof people; // one of each name
    await mutate(people.Emily, 'updateAccount', { language: 'EN' }, 'member { id }');
  });
  afterAll(async () => {
    await books?.close();
    await moa?.end('SIGTERM');
    await place?.close();
  });

  /** What a recommendation came to. */
  const settled = (person: Person, id: string) =>
    until(
      async () => {
        const recommendation = await showRecommendation(person, id);
        return recommendation !== null && recommendation.status !== 'REQUESTED' && recommendation;
      },
      { timeoutMs: 20_000 },
    );
  const requested = async (person: Person, change: object = {}): Promise<string> => {
    const { recommendation, codes } = await requestRecommendation(person, change);
    expect(codes).toEqual([]);
    return recommendation?.id ?? '';
  };
  const boardIds = async (page: object) => (await readBoard(place.url, page)).nodes.map(({ id }) => id);
  const ofMember = async <Fields>(viewer: Person, id: string, selection: string): Promise<Fields | null> => {
    const { data, errors } = await viewer.ask<{ member: Fields | null }>(
      `query ($id: ID!) { member(id: $id) { ${selection} } }`,
      { id },
    );
    expect(errors).toBeUndefined();
    return data?.member ?? null;
  };

  test('P4: who hearted nothing has no taste, and it costs nothing to hear that', async () => {
    const { 가온: gaon } = people;
    expect((await requestRecommendation(gaon, { kind: 'TASTE' })).codes).toEqual(['NO_HEARTED_PLANS']);
    expect((await tokensOf(gaon)).balance).toBe(5);
  });

  test('P1: a plan is written, changed by its owner alone and only as it was seen, and deleted', async () => {
    const { 가온: gaon, 나래: narae } = people;
    const { plan, codes } = await createPlan(gaon, {
      title: '바다 보러',
      travelDate: inDays(3),
      returnDate: inDays(5),
      budget: 400_000,
      details: '바다와 커피',
    });
    expect(codes).toEqual([]);
    expect(plan).toMatchObject({
      location: '강릉',
      groupSize: 2,
      days: 3,
      returnDate: inDays(5),
      budget: 400_000,
      details: '바다와 커피',
      origin: 'MEMBER',
      sharedAt: null,
      heartCount: 0,
      version: 1,
      owner: { id: gaon.id, name: '가온' },
      itinerary: [],
    });
    const seen = { id: plan?.id ?? '', version: 1 };
    expect(await updatePlan(gaon, seen, { location: '속초', budget: null })).toMatchObject({
      codes: [],
      plan: { location: '속초', budget: null, title: '바다 보러', version: 2 },
    });
    expect(await updatePlan(gaon, seen, { location: '양양' })).toMatchObject({
      codes: ['PLAN_CHANGED'],
      plan: { location: '속초', version: 2 },
    });
    expect(await updatePlan(narae, { ...seen, version: 2 }, { location: '양양' })).toMatchObject({
      codes: ['PLAN_NOT_FOUND'],
      plan: null,
    });
    expect((await deletePlan(narae, seen.id)).codes).toEqual(['PLAN_NOT_FOUND']);
    expect((await mine<{ plans: Ids }>(gaon, 'plans { nodes { id } }')).plans.nodes).toContainEqual({ id: seen.id });
    expect(await deletePlan(gaon, seen.id)).toMatchObject({ codes: [], deletedPlanId: seen.id });
    expect(await showPlan(gaon, seen.id)).toBeNull();
    expect((await deletePlan(gaon, seen.id)).codes).toEqual(['PLAN_NOT_FOUND']);
  });

  test('bad input is refused, and nothing comes of it', async () => {
    const { 가온: gaon } = people;
    const before = await mine<{ plans: Ids }>(gaon, 'plans(first: 100) { nodes { id } }');
    for (const input of ['{ groupSize: 2 }', '{ location: "강릉" }']) {
      const { status, errors } = await gaon.ask(`mutation { createPlan(input: ${input}) { plan { id } } }`);
      expect(status).toBe(400);
      expect(errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    const faults: readonly (readonly [object, string])[] = [
      [{ location: ' ' }, 'LOCATION_INVALID'],
      [{ groupSize: 0 }, 'GROUP_SIZE_OUT_OF_RANGE'],
      [{ groupSize: 10_000 }, 'GROUP_SIZE_OUT_OF_RANGE'],
      [{ travelDate: inDays(-1) }, 'TRAVEL_DATE_OUT_OF_RANGE'],
      [{ travelDate: inDays(800) }, 'TRAVEL_DATE_OUT_OF_RANGE'],
      [{ travelDate: inDays(5), returnDate: inDays(4) }, 'RETURN_DATE_BEFORE_TRAVEL_DATE'],
      [{ travelDate: inDays(5), returnDate: inDays(25) }, 'TRIP_TOO_LONG'],
      [{ budget: 1_000_000_001 }, 'BUDGET_OUT_OF_RANGE'],
      [{ details: '가'.repeat(2_001) }, 'DETAILS_TOO_LONG'],
    ];
    for (const [change, code] of faults) {
      expect(await createPlan(gaon, change)).toEqual({ plan: null, codes: [code] });
      const dates = { travelDate: inDays(7), returnDate: null, ...change };
      expect(await requestRecommendation(gaon, dates)).toEqual({ recommendation: null, codes: [code] });
    }
    const nothing = { location: null, travelDate: null, returnDate: null, budget: null, groupSize: null };
    expect((await requestRecommendation(gaon, nothing)).codes).toEqual([
      'LOCATION_INVALID',
      'TRAVEL_DATE_REQUIRED',
      'BUDGET_REQUIRED',
      'GROUP_SIZE_REQUIRED',
    ]);
    for (const change of [{ budget: -1 }, { travelDate: '2026-02-30' }, { groupSize: 1.5 }]) {
      const { errors } = await gaon.ask(
        'mutation ($input: CreatePlanInput!) { createPlan(input: $input) { plan { id } } }',
        { input: { location: '강릉', groupSize: 2, ...change } },
      );
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
    const flood = await gaon.ask('mutation ($input: CreatePlanInput!) { createPlan(input: $input) { plan { id } } }', {
      input: { location: '강릉', groupSize: 2, details: 'x'.repeat(1_000_000) },
    });
    expect([flood.status, flood.errors?.[0]?.extensions?.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const anonymous = await post(place.url, {
      query: 'mutation { createPlan(input: { location: "강릉", groupSize: 2 }) { plan { id } } }',
    });
    expect(anonymous.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(await mine<{ plans: Ids }>(gaon, 'plans(first: 100) { nodes { id } }')).toEqual(before);
    expect((await tokensOf(gaon)).balance).toBe(5);
  });

  test('P2: a private plan is seen through no door, before it is shared and after', async () => {
    const { 가온: gaon, 나래: narae } = people;
    const word = rareWord();
    const { plan } = await createPlan(gaon, { title: word, location: '비밀의 섬' });
    const id = plan?.id ?? '';
    const isHidden = async () => {
      expect(await showPlan(narae, id)).toBeNull();
      const { data } = await post<{ plan: unknown }>(place.url, {
        query: 'query ($id: ID!) { plan(id: $id) { id } }',
        variables: { id },
      });
      expect(data).toEqual({ plan: null });
      for (const orderBy of ['NEWEST', 'HEARTS']) {
        expect(await boardIds({ search: word })).toEqual([]);
        expect(await boardIds({ orderBy, first: 100 })).not.toContain(id);
      }
      const lists = await ofMember(narae, gaon.id, 'plans { nodes { id } } sharedPlans { nodes { id } }');
      expect(JSON.stringify(lists)).not.toContain(id);
      const dashboard = await narae.ask(
        '{ followDashboard { nodes { member { sharedPlans { nodes { id } } } } } me { heartedPlans { nodes { id } } notifications { nodes { plan { id location } } } } }',
      );
      expect(JSON.stringify(dashboard.data)).not.toContain(id);
      for (const change of [sharePlan, unsharePlan, heartPlan, unheartPlan]) {
        expect(await change(narae, id)).toEqual({ plan: null, codes: ['PLAN_NOT_FOUND'] });
      }
    };
    await follow(narae, gaon.id);
    await isHidden();
    await sharePlan(gaon, id);
    expect((await heartPlan(narae, id)).plan).toMatchObject({ heartCount: 1, heartedByMe: true });
    expect(await boardIds({ search: word })).toEqual([id]);
    expect((await untilTold(narae, ({ plan }) => plan?.id === id)).text).toBe(
      '가온님이 새로운 여행 계획을 생성했습니다: 비밀의 섬',
    );
    await unsharePlan(gaon, id);
    await isHidden();
    // Its heart comes back with it.
    await sharePlan(gaon, id);
    expect((await mine<{ heartedPlans: Ids }>(narae, 'heartedPlans { nodes { id } }')).heartedPlans.nodes).toEqual([
      { id },
    ]);
    await deletePlan(gaon, id);
    await unfollow(narae, gaon.id);
  });

  test('P2: the board is searched by parts of Korean words, ordered by age or hearts, and paged without gap or repeat', async () => {
    const { 가온: gaon, 나래: narae, 다솜: dasom, 마루: maru } = people;
    const word = rareWord();
    const ids: string[] = [];
    for (const [title, location] of [
      ['여름 바다', '부산 해운대'],
      ['겨울 바다', '강릉 경포대'],
      ['가을 단풍', '설악산'],
      ['봄 유채꽃', '제주 서귀포'],
      ['여름 계곡', '가평'],
    ] as const) {
      ids.push(await sharedPlan(gaon, { title: `${title} ${word}`, location }));
    }
    const [busan = '', gangneung = '', seorak = '', jeju = '', gapyeong = ''] = ids;
    expect(await boardIds({ search: `운대 ${word}` })).toEqual([busan]);
    expect(await boardIds({ search: `바다 ${word}` })).toEqual([gangneung, busan]);
    expect(await boardIds({ search: `여름 ${word} 해` })).toEqual([busan]);
    expect(await boardIds({ search: `없는말 ${word}` })).toEqual([]);

    for (const [person, plans] of [
      [narae, [seorak, jeju]],
      [dasom, [seorak, jeju]],
      [maru, [seorak, busan]],
    ] as const) {
      for (const plan of plans) await heartPlan(person, plan);
    }
    const pages = async (orderBy: string) => {
      const seen: string[] = [];
      for (let after: string | null = null; ; ) {
        const { nodes, pageInfo } = await readBoard(place.url, { search: word, orderBy, first: 2, after });
        seen.push(...nodes.map(({ id }) => id));
        // What is shared meanwhile is newer than all of these.
        await sharedPlan(gaon, { title: word, location: '나중' });
        if (!pageInfo.hasNextPage) return seen;
        after = pageInfo.endCursor;
      }
    };
    expect(await pages('NEWEST')).toEqual(ids.toReversed());
    const hearted = await pages('HEARTS');
    expect(hearted.filter((id) => ids.includes(id))).toEqual([seorak, jeju, busan, gapyeong, gangneung]);
    expect(new Set(hearted).size).toBe(hearted.length);
  });

  test('P3, P9: hearts count each member once, are listed, taken back, and told to the owner once', async () => {
    const { 가온: gaon, 보미: bomi, 다솜: dasom, Emily: emily } = people;
    const first = await sharedPlan(emily, { location: '경주' });
    const second = await sharedPlan(emily, { location: '안동' });
    const answers = await Promise.all([bomi, bomi, dasom, dasom, emily].map((person) => heartPlan(person, first)));
    for (const { codes, plan } of answers) {
      expect(codes).toEqual([]);
      expect(plan?.heartedByMe).toBe(true);
    }
    expect(await showPlan(gaon, first)).toMatchObject({ heartCount: 3, heartedByMe: false });
    await heartPlan(bomi, second);
    const hearted = async () =>
      (await mine<{ heartedPlans: Ids }>(bomi, 'heartedPlans(first: 2) { nodes { id } }')).heartedPlans.nodes;
    expect(await hearted()).toEqual([{ id: second }, { id: first }]);
    for (let n = 0; n < 2; n += 1) {
      expect((await unheartPlan(bomi, first)).plan).toMatchObject({ heartCount: 2, heartedByMe: false });
    }
    expect(await hearted()).toEqual([{ id: second }]);
    await heartPlan(bomi, first);

    await untilTold(emily, ({ plan, member }) => plan?.id === second && member?.id === bomi.id);
    await untilTold(emily, ({ plan, member }) => plan?.id === first && member?.id === dasom.id);
    const told = (await notificationsOf(emily)).filter(({ kind }) => kind === 'PLAN_HEARTED');
    expect(told.map(({ text, member, plan }) => [text, member?.name, plan?.id].join()).toSorted()).toEqual(
      [
        `보미 likes your travel plan: 경주,보미,${first}`,
        `보미 likes your travel plan: 안동,보미,${second}`,
        `다솜 likes your travel plan: 경주,다솜,${first}`,
      ].toSorted(),
    );
    expect(await ofMember(gaon, bomi.id, 'heartedPlans { nodes { id } }')).toEqual({ heartedPlans: null });
  });

  test('P4, P5, P6: a PERSONAL recommendation is pushed when it is ready, is a plan of mine, and costs one token', async () => {
    const { 다솜: dasom, 나래: narae } = people;
    const id = await requested(dasom, { location: '여수', details: '섬과 바다' });
    const live = watchRecommendation(dasom, id);
    const statuses: string[] = [];
    const { recommendationChanged: ready } = await untilSeen(live, ({ recommendationChanged: { status } }) => {
      statuses.push(status);
      return status === 'READY';
    });
    expect([['REQUESTED', 'READY'], ['READY']]).toContainEqual(statuses);
    expect(ready).toMatchObject({
      kind: 'PERSONAL',
      failure: null,
      plan: {
        origin: 'PERSONAL',
        owner: { id: dasom.id },
        location: '여수',
        groupSize: 2,
        travelDate: inDays(7),
        budget: 600_000,
        sharedAt: null,
        itinerary: [
          { day: 1, date: inDays(7) },
          { day: 2, date: inDays(8) },
        ],
      },
    });
    for (const { stops } of ready.plan?.itinerary ?? []) expect(stops.length).toBeGreaterThan(0);
    expect(ready.plan?.estimatedCost).toBeLessThanOrEqual(600_000);
    const plan = { id: ready.plan?.id };
    expect((await mine<{ plans: Ids }>(dasom, 'plans(first: 1) { nodes { id } }')).plans.nodes).toEqual([plan]);
    expect(await untilTold(dasom, ({ kind }) => kind === 'RECOMMENDATION_READY')).toMatchObject({
      text: '추천 여행 계획이 준비되었습니다: 여수',
      plan,
    });
    expect(await tokensOf(dasom)).toMatchObject({
      balance: 4,
      entries: {
        nodes: [
          { kind: 'RESERVATION', amount: -1 },
          { kind: 'WELCOME', amount: 5 },
        ],
      },
    });
    // Nobody else is told, live or not.
    expect(await showRecommendation(narae, id)).toBeNull();
    expect(await refusalOf(watchRecommendation(narae, id))).toBe('NOT_FOUND');
  });

  test('P4: TREND goes where the most followed go, TASTE where my hearts are', async () => {
    const { 가온: gaon, 나래: narae, 다솜: dasom, 마루: maru, 보미: bomi } = people;
    for (let n = 0; n < 3; n += 1) await sharedPlan(bomi, { location: '여수', details: '섬과 바다, 케이블카' });
    for (const fan of [gaon, narae, dasom]) await follow(fan, bomi.id);
    // The ranking hears of followers a moment later, which nobody sees from outside. Maru follows nobody.
    const ranked = `select member_id from follower_counts where member_id = '${bomi.id}' and followers = 3`;
    await until(async () => (await books.lines('plan', ranked)).length === 1);
    const trend = await requested(maru, { kind: 'TREND', location: null });
    expect(await settled(maru, trend)).toMatchObject({
      status: 'READY',
      kind: 'TREND',
      plan: { origin: 'TREND', location: '여수', owner: { id: maru.id } },
    });

    const taken = await sharedPlan(gaon, { location: '안동', details: '고택과 탈춤' });
    const { heartedPlans } = await mine<{ heartedPlans: Ids }>(maru, 'heartedPlans(first: 100) { nodes { id } }');
    for (const { id } of heartedPlans.nodes) await unheartPlan(maru, id);
    await heartPlan(maru, taken);
    const taste = await requested(maru, { kind: 'TASTE', location: null });
    expect(await settled(maru, taste)).toMatchObject({
      status: 'READY',
      kind: 'TASTE',
      plan: { origin: 'TASTE', location: '안동', owner: { id: maru.id } },
    });
    const { plans } = await mine<{ plans: { nodes: { origin: string }[] } }>(maru, 'plans { nodes { origin } }');
    expect(plans.nodes.map(({ origin }) => origin)).toEqual(['TASTE', 'TREND']);
    expect((await tokensOf(maru)).balance).toBe(3);
  });

  test('P6: a place that nobody knows, or too small a budget, is an honest answer, and the token comes back', async () => {
    const { 보미: bomi } = people;
    const unknown = await requested(bomi, { location: '아틀란티스' });
    expect(await settled(bomi, unknown)).toMatchObject({
      status: 'FAILED',
      plan: null,
      failure: { reason: 'NOTHING_KNOWN_OF_PLACE', message: expect.stringContaining('관광지 정보가 없습니다') },
    });
    const poor = await requested(bomi, { budget: 0 });
    expect(await settled(bomi, poor)).toMatchObject({ status: 'FAILED', failure: { reason: 'BUDGET_TOO_SMALL' } });
    const tokens = await until(async () => {
      const account = await tokensOf(bomi);
      return account.balance === 5 && account;
    });
    expect(tokens.entries.nodes.map(({ kind, amount }) => `${kind} ${amount}`).toSorted()).toEqual(
      ['WELCOME 5', 'RESERVATION -1', 'RESERVATION -1', 'RELEASE 1', 'RELEASE 1'].toSorted(),
    );
    const failures = await until(async () => {
      const told = (await notificationsOf(bomi)).filter(({ kind }) => kind === 'RECOMMENDATION_FAILED');
      return told.length === 2 && told.map(({ text }) => text).toSorted();
    });
    expect(failures).toEqual([
      '그곳에서 갈 만한 곳을 찾지 못해 여행 계획을 추천하지 못했습니다. 토큰은 사용되지 않았습니다.',
      '예산이 부족해 여행 계획을 추천하지 못했습니다. 토큰은 사용되지 않았습니다.',
    ]);
  });

  test('P6: 200 requests at once with 5 tokens spend exactly 5', { timeout: 60_000 }, async () => {
    const { 라온: raon } = people;
    /** Who gets no answer, for so many ask, asks again with the same key. */
    const ask = (key: string) =>
      until(() => requestRecommendation(raon, { idempotencyKey: key }).catch(() => undefined), { timeoutMs: 30_000 });
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => ask(`one of many ${n}`)));
    const outcomes: string[] = [];
    for (const { recommendation, codes } of answers) {
      // Refused at once, or, where pay was too busy to answer in time, as soon as it has.
      if (codes.length > 0) outcomes.push(codes.join());
      else {
        const { status, failure } = await settled(raon, recommendation?.id ?? '');
        outcomes.push(failure?.reason ?? status);
      }
    }
    expect(outcomes.filter((outcome) => outcome === 'READY')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'NOT_ENOUGH_TOKENS')).toHaveLength(195);
    const { balance, entries } = await tokensOf(raon);
    expect(balance).toBe(0);
    expect(entries.nodes.map(({ amount }) => amount)).toEqual([-1, -1, -1, -1, -1, 5]);
    const { plans } = await mine<{ plans: Ids }>(raon, 'plans(first: 100) { nodes { id } }');
    expect(plans.nodes).toHaveLength(5);
  });

  test('P6: one key is one recommendation and one token, whatever is repeated', async () => {
    const { 나래: narae } = people;
    const again = { idempotencyKey: 'again' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => requestRecommendation(narae, again)));
    expect(new Set(answers.map(({ recommendation }) => recommendation?.id)).size).toBe(1);
    expect((await settled(narae, answers[0]?.recommendation?.id ?? '')).status).toBe('READY');
    expect((await requestRecommendation(narae, { ...again, location: '부산' })).codes).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect((await tokensOf(narae)).balance).toBe(4);
  });

  test('P7: tokens are bought once per key and only with money; entries are the balance', async () => {
    const { 라온: raon, 나래: narae } = people;
    const { balance: before } = await tokensOf(raon);
    const [card, declined] = [await saveCard(raon, 'tok_ok'), await saveCard(raon, 'tok_declined')];
    const input = { quantity: 7, paymentMethodId: card, idempotencyKey: 'seven' };
    const [bought, repeated] = await Promise.all([buyTokens(raon, input), buyTokens(raon, input)]);
    const { purchase } = await until(async () => {
      const now = await buyTokens(raon, input);
      return now.purchase?.status === 'COMPLETED' && now;
    });
    expect(purchase).toMatchObject({ quantity: 7, amount: 3_500, payment: { status: 'CAPTURED' } });
    expect([bought.purchase?.id, repeated.purchase?.id]).toEqual([purchase?.id, purchase?.id]);
    expect(await buyTokens(raon, { quantity: 3, paymentMethodId: declined })).toMatchObject({
      codes: ['PAYMENT_REFUSED'],
      purchase: { status: 'REFUSED' },
    });
    for (const [change, code] of [
      [{ quantity: 0 }, 'QUANTITY_OUT_OF_RANGE'],
      [{ quantity: 101 }, 'QUANTITY_OUT_OF_RANGE'],
      [{ quantity: 1, paymentMethodId: await saveCard(narae, 'tok_ok') }, 'PAYMENT_METHOD_UNKNOWN'],
      [{ quantity: 8, idempotencyKey: 'seven' }, 'IDEMPOTENCY_KEY_REUSED'],
    ] as const) {
      expect(await buyTokens(raon, { paymentMethodId: card, ...change })).toMatchObject({
        codes: [code],
        purchase: null,
      });
    }
    const { balance, entries } = await tokensOf(raon);
    expect(balance).toBe(before + 7);
    expect(entries.nodes.reduce((sum, { amount }) => sum + amount, 0)).toBe(balance);
    const bill = await untilTold(raon, ({ kind }) => kind === 'TOKENS_BOUGHT');
    expect(bill.text).toBe('토큰 7개를 3,500원에 구매했습니다.');

    const pageAfter = async (after: string | null) => {
      type Page = Ids & { pageInfo: { hasNextPage: boolean; endCursor: string } };
      const { data } = await raon.ask<{ me: { tokenAccount: { entries: Page } } }>(
        `query ($after: String) { me { tokenAccount { entries(first: 2, after: $after) {
          nodes { id } pageInfo { hasNextPage endCursor }
        } } } }`,
        { after },
      );
      return data?.me.tokenAccount.entries;
    };
    let page = await pageAfter(null);
    const paged = page?.nodes ?? [];
    while (page?.pageInfo.hasNextPage) {
      page = await pageAfter(page.pageInfo.endCursor);
      paged.push(...(page?.nodes ?? []));
    }
    expect(paged).toEqual(entries.nodes.map(({ id }) => ({ id })));
    expect(await ofMember(narae, raon.id, 'tokenAccount { balance }')).toEqual({ tokenAccount: null });
  });

  test('P8, P9: following and unfollowing may be repeated, count exactly, and are told once', async () => {
    const { 가온: gaon, 나래: narae, 마루: maru } = people;
    const counts = () =>
      ofMember<{ followerCount: number; followedByMe: boolean }>(gaon, maru.id, 'followerCount followedByMe');
    expect(await counts()).toEqual({ followerCount: 0, followedByMe: false });
    for (const answer of await Promise.all([gaon, gaon, gaon, narae].map((fan) => follow(fan, maru.id)))) {
      expect(answer).toMatchObject({ codes: [], followedMember: { followedByMe: true } });
    }
    expect(await counts()).toEqual({ followerCount: 2, followedByMe: true });
    const lists = await ofMember<{ followers: Ids; following: Ids }>(
      narae,
      maru.id,
      'followers { nodes { id name } } following { nodes { id } } followingCount',
    );
    expect(lists?.followers.nodes.map(({ id }) => id).toSorted()).toEqual([gaon.id, narae.id].toSorted());
    expect(lists).toMatchObject({ following: { nodes: [] }, followingCount: 0 });
    for (let n = 0; n < 2; n += 1) {
      expect((await unfollow(narae, maru.id)).unfollowedMember).toEqual({ followerCount: 1, followedByMe: false });
    }
    await follow(narae, maru.id);
    expect((await follow(maru, maru.id)).codes).toEqual(['SELF']);
    for (const nobody of [randomUUID(), 'nobody']) {
      expect((await follow(maru, nobody)).codes).toEqual(['MEMBER_NOT_FOUND']);
      expect((await unfollow(maru, nobody)).codes).toEqual(['MEMBER_NOT_FOUND']);
    }
    for (const fan of [gaon, narae]) await untilTold(maru, ({ member }) => member?.id === fan.id);
    const told = (await notificationsOf(maru)).filter(({ kind }) => kind === 'MEMBER_FOLLOWED');
    expect(told.map(({ text }) => text).toSorted()).toEqual([
      '가온님이 마루님을 팔로우했습니다.',
      '나래님이 마루님을 팔로우했습니다.',
    ]);
  });

  test('P8: the dashboard shows whom I follow with their latest shared plans and counts of now, in one query', async () => {
    const { 다솜: dasom, 마루: maru, Emily: emily } = people;
    for (const person of [maru, emily]) await follow(dasom, person.id);
    const older = await sharedPlan(maru, { location: '남해' });
    const newer = await sharedPlan(maru, { location: '통영' });
    await createPlan(maru, { location: '아무도 모르는 곳' });
    const dashboard = async () => {
      type Entry = {
        member: { name: string; followerCount: number; sharedPlans: { nodes: { id: string; location: string }[] } };
      };
      const { data, errors } = await dasom.ask<{ followDashboard: { nodes: Entry[] } }>(`{
        followDashboard(first: 2) { nodes { followedAt member {
          name followerCount followingCount followedByMe sharedPlans(first: 2) { nodes { id location heartCount } }
        } } }
      }`);
      expect(errors).toBeUndefined();
      return data?.followDashboard.nodes ?? [];
    };
    const [first, second] = await dashboard();
    expect(first).toMatchObject({ member: { name: 'Emily', followedByMe: true } });
    expect(second?.member.name).toBe('마루');
    expect(second?.member.sharedPlans.nodes.map(({ id }) => id)).toEqual([newer, older]);
    const { followerCount = 0 } = second?.member ?? {};
    await follow(emily, maru.id);
    await deletePlan(maru, newer);
    expect((await dashboard())[1]).toMatchObject({
      member: { followerCount: followerCount + 1, sharedPlans: { nodes: [{ id: older }] } },
    });
  });

  test('P9: a shared plan is told to every follower once, in the language of each', async () => {
    const { 가온: gaon, 나래: narae, 다솜: dasom, 라온: raon, Emily: emily } = people;
    for (const fan of [narae, dasom, emily]) await follow(fan, raon.id);
    for (const fan of [narae, dasom, emily]) await untilTold(raon, ({ member }) => member?.id === fan.id);
    const id = await sharedPlan(raon, { location: '제주 서귀포' });
    const korean = '라온님이 새로운 여행 계획을 생성했습니다: 제주 서귀포';
    for (const [fan, text] of [
      [narae, korean],
      [dasom, korean],
      [emily, '라온 created a new travel plan: 제주 서귀포'],
    ] as const) {
      const told = await untilTold(fan, ({ plan }) => plan?.id === id);
      expect(told).toMatchObject({ kind: 'PLAN_SHARED', text, member: { id: raon.id, name: '라온' }, readAt: null });
    }
    await unsharePlan(raon, id);
    await sharePlan(raon, id);
    const next = await sharedPlan(raon, { location: '한라산' });
    for (const fan of [narae, dasom, emily]) {
      await untilTold(fan, ({ plan }) => plan?.id === next);
      expect((await notificationsOf(fan)).filter(({ plan }) => plan?.id === id)).toHaveLength(1);
    }
    for (const other of [gaon, raon]) {
      expect((await notificationsOf(other)).filter(({ plan }) => plan?.id === id)).toEqual([]);
    }
  });

  test('P10: notifications are listed, counted and marked read, each by its member alone', async () => {
    const { 나래: narae, 다솜: dasom, 보미: bomi } = people;
    const plans = [];
    for (let n = 0; n < 3; n += 1) plans.push(await sharedPlan(bomi, { location: `곳 ${n}` }));
    for (const plan of plans) await heartPlan(narae, plan);
    for (const plan of plans) await untilTold(bomi, (told) => told.plan?.id === plan);
    const unread = async () =>
      (await mine<{ unreadNotificationCount: number }>(bomi, 'unreadNotificationCount')).unreadNotificationCount;
    const all = await notificationsOf(bomi);
    expect(await unread()).toBe(all.length);
    const [newest, second] = all.map(({ id }) => id);
    const mark = (person: Person, input: object) =>
      mutate<{ unreadCount: number | null }>(person, 'markNotificationsRead', input, 'unreadCount');
    await mark(dasom, { ids: [newest] });
    expect(await unread()).toBe(all.length);
    for (let n = 0; n < 2; n += 1) {
      expect(await mark(bomi, { ids: [newest, second, randomUUID()] })).toEqual({
        unreadCount: all.length - 2,
        codes: [],
      });
    }
    expect((await notificationsOf(bomi, true)).map(({ id }) => id)).toEqual(all.slice(2).map(({ id }) => id));
    expect((await notificationsOf(bomi))[0]?.readAt).toEqual(expect.any(String));
    expect((await mark(bomi, { ids: Array.from({ length: 101 }, () => randomUUID()) })).codes).toEqual([
      'TOO_MANY_IDS',
    ]);
    expect((await mark(bomi, { all: true })).unreadCount).toBe(0);
    expect(await notificationsOf(bomi, true)).toEqual([]);
    expect(await ofMember(dasom, bomi.id, 'unreadNotificationCount notifications { nodes { id } }')).toEqual({
      unreadNotificationCount: null,
      notifications: null,
    });
  });

  test('P10: who disconnects and resumes while notifications stream in loses none, sees none twice, and all in order', {
    timeout: 60_000,
  }, async () => {
    const { 가온: gaon, 나래: narae, 다솜: dasom, 마루: maru, 보미: bomi } = people;
    const fans = [narae, dasom, maru, bomi];
    const plans: string[] = [];
    for (let n = 0; n < 15; n += 1) plans.push(await sharedPlan(gaon, { location: `흐름 ${n}` }));
    const [known] = await notificationsOf(gaon);
    const last = known?.id ?? null;
    const steady = watchNotifications(gaon, last);
    const count = fans.length * plans.length;

    /** Comes and goes: reads a few, leaves in the middle, and comes back with the last one it saw. */
    const comeAndGo = async (): Promise<readonly string[]> => {
      const seen: string[] = [];
      while (seen.length < count) {
        const live = watchNotifications(gaon, seen.at(-1) ?? last);
        for (let n = 1 + Math.floor(Math.random() * 12); n > 0 && seen.length < count; n -= 1) {
          const { value } = await live.next();
          expect(value?.errors).toBeUndefined();
          seen.push(value?.data?.notificationAdded.id ?? '');
        }
        await live.close();
      }
      return seen;
    };
    const readers = [comeAndGo(), comeAndGo()];
    for (const plan of plans) await Promise.all(fans.map((fan) => heartPlan(fan, plan)));
    const seen = await Promise.all(readers);

    const expected = (await notificationsOf(gaon))
      .slice(0, count)
      .map(({ id }) => id)
      .toReversed();
    expect(new Set(expected).size).toBe(count);
    for (const ids of seen) expect(ids).toEqual(expected);
    for (const id of expected) expect((await steady.next()).value?.data?.notificationAdded.id).toBe(id);
    expect(await refusalOf(watchNotifications(narae, last))).toBe('BAD_USER_INPUT');
  });

  test('the books agree: tokens, hearts, followers and mailboxes are what was counted', async () => {
    expect(await faultsIn(place, invariantsOf.plans)).toEqual([]);
  });
});
