import { createLogger } from '@moa/telemetry';
import { describe, expect, test } from 'vitest';
import { type AdvisorRequest, openAdvisor } from '../src/advisor/index.ts';

const advisor = openAdvisor({ logger: createLogger('test', 'silent') });
const plain: AdvisorRequest = {
  location: '부산',
  days: 2,
  groupSize: 2,
  budget: null,
  details: '',
  tastes: [],
  seed: 'seed',
};
const ask = (request: Partial<AdvisorRequest>) => advisor.plan({ ...plain, ...request });
const planned = async (request: Partial<AdvisorRequest>) => {
  const advice = await ask(request);
  if (advice.kind === 'nothing') throw new Error(`Nothing for ${JSON.stringify(request)}: ${advice.reason}`);
  return { ...advice, stops: advice.itinerary.days.flatMap(({ stops }) => stops) };
};
const kindsOf = async (request: Partial<AdvisorRequest>) => (await planned(request)).stops.map(({ kind }) => kind);

describe('places in words', () => {
  test.each([
    ['강원', '강원특별자치도'],
    ['강원도', '강원특별자치도'],
    ['제주도', '제주특별자치도'],
    ['제주 여행', '제주특별자치도'],
    ['Jeju', '제주특별자치도'],
    ['서울', '서울특별시'],
    ['서울특별시', '서울특별시'],
    ['경북', '경상북도'],
    ['강릉', '강원특별자치도 강릉시'],
    ['강원도 강릉시', '강원특별자치도 강릉시'],
    ['해운대', '부산광역시 해운대구'],
    ['부산해운대', '부산광역시 해운대구'],
    ['광주', '광주광역시'],
    ['경기 광주', '경기도 광주시'],
    ['고성', '강원특별자치도 고성군'],
    ['경남 고성', '경상남도 고성군'],
    ['전주 한옥마을', '전라북도 완주군'],
    ['홍대', '서울특별시'],
    ['\u1100\u1161\u11BC\u1105\u1173\u11BC', '강원특별자치도 강릉시'],
  ])('P1: %s is in %s', async (location, address) => {
    const { stops } = await planned({ location, days: 1 });
    expect(stops.length).toBeGreaterThan(0);
    expect(stops.map((stop) => stop.address)).toContainEqual(expect.stringMatching(new RegExp(`^${address}`)));
  });

  test.each(['향일암', '여수 향일암', '에버랜드', '천지연폭포'])(
    'the attraction %s is visited first of all',
    async (location) => {
      const { stops } = await planned({ location, days: 1 });
      expect(stops.map(({ name }) => name)).toContain(location.split(' ').at(-1));
    },
  );

  test.each(['세종', '세종특별자치시', '세종시 여행', '파리', 'Paris', '도쿄', '뉴욕', '로마', '???', '<script>'])(
    'P5: %s has no attractions, and that is said',
    async (location) => {
      expect(await ask({ location })).toEqual({ kind: 'nothing', reason: 'NO_ATTRACTIONS' });
    },
  );

  test('without a place the advisor chooses one region, by what is liked', async () => {
    const titles = new Set<string>();
    for (const seed of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      const { title } = await planned({ location: '', seed });
      titles.add(title.split(' ')[0] ?? '');
    }
    expect(titles.size).toBeGreaterThan(1);
    expect(await kindsOf({ location: '', tastes: ['온천 여행', '온천에서 쉬기'] })).toContain('온천');
  });
});

describe('wishes', () => {
  test.each([
    ['바다를 보고 싶어요', '바다'],
    ['We love the beach', '바다'],
    ['온천에서 푹 쉬기', '온천'],
    ['박물관 위주로', '박물관'],
    ['museums please', '박물관'],
    ['절에 가고 싶다', '사찰과 성지'],
    ['아이들과 체험', '체험'],
    ['숲에서 산책', '숲'],
    ['시장 먹거리', '마을과 거리'],
  ])('P5: %s brings %s', async (details, kind) => {
    const count = async (request: Partial<AdvisorRequest>) =>
      (await kindsOf({ ...request, days: 3 })).filter((other) => other === kind).length;
    expect(await count({ details })).toBeGreaterThan(0);
    expect(await count({ details })).toBeGreaterThanOrEqual(await count({}));
  });

  test.each(['박물관 말고 바다', '박물관은 싫어요', 'no museums please', '박물관 빼고'])(
    '%s leaves museums out',
    async (details) => {
      expect(await kindsOf({ details })).not.toContain('박물관');
    },
  );

  test('P7: tastes of liked plans weigh as well', async () => {
    const tastes = ['해운대 바다', '바다 산책', '바다'];
    const seas = (kinds: readonly string[]) => kinds.filter((kind) => kind === '바다').length;
    expect(seas(await kindsOf({ tastes, days: 3 }))).toBeGreaterThan(seas(await kindsOf({ days: 3 })));
  });

  test('a sight that the details name is visited', async () => {
    const { stops } = await planned({ details: '감천문화마을 꼭 가고 싶어요' });
    expect(stops.map(({ name }) => name)).toContain('감천문화마을');
  });

  test('who wants it quiet sees less a day than who wants it full', async () => {
    expect((await planned({ details: '천천히 여유롭게' })).stops).toHaveLength(6);
    expect((await planned({ details: '알차게 최대한 많이' })).stops).toHaveLength(10);
  });
});

describe('money', () => {
  test('P5: a small budget gives a cheaper trip, and a smaller one none', async () => {
    const costs: number[] = [];
    for (const budget of [1_000_000, 300_000, 200_000, 150_000]) {
      const { itinerary } = await planned({ budget });
      expect(itinerary.estimatedCost).toBeLessThanOrEqual(budget);
      costs.push(itinerary.estimatedCost);
    }
    expect(costs.toSorted((a, b) => b - a)).toEqual(costs);
    expect(new Set(costs).size).toBeGreaterThan(2);
    expect(await ask({ budget: 100_000 })).toEqual({ kind: 'nothing', reason: 'BUDGET_TOO_SMALL' });
    expect(await ask({ budget: 0 })).toEqual({ kind: 'nothing', reason: 'BUDGET_TOO_SMALL' });
  });
});

describe('what is told', () => {
  test('title and notes are Korean, plain, and nobody else’s words', async () => {
    const { title, stops } = await planned({ location: '여수', days: 3, details: 'http://evil.example <b>여수</b>' });
    expect(title).toMatch(/^여수 2박 3일 .+ 여행$/);
    for (const { note, name } of stops) {
      expect(note).toMatch(/^[가-힣][가-힣0-9 .,]*(?:km)?[가-힣0-9 .,]*\.$/);
      expect(name).not.toBe('');
    }
    expect((await planned({ location: '여수', days: 1 })).title).toMatch(/^여수 당일 .+ 여행$/);
  });

  test('a place with fewer sights than days leaves days free rather than showing one twice', async () => {
    const { itinerary, stops } = await planned({ location: '제주', days: 14 });
    expect(itinerary.days.map(({ day }) => day)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
    expect(new Set(stops.map(({ name }) => name)).size).toBe(13);
    expect(itinerary.days.filter((day) => day.stops.length === 0)).toHaveLength(1);
  });
});

test('who is gone is not planned for', async () => {
  await expect(advisor.plan(plain, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
});
