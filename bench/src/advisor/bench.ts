import { type AdvisorRequest, openAdvisor } from '@moa/plan-subgraph/advisor';
import { createLogger } from '@moa/telemetry';
import { describeMachine } from '../measure/machine.ts';

export type AdvisorTimes = {
  /** What the itineraries were of, each with all its times in milliseconds. */
  readonly groups: readonly { readonly name: string; readonly times: readonly number[] }[];
  /** Of a processor for one itinerary on average, in milliseconds: what else the machine does is not in it. */
  readonly processor: number;
  /** Reading and indexing the attractions, in milliseconds. */
  readonly opening: number;
  readonly rounds: number;
  readonly machine: string;
};

const places = ['강원', '제주', '서울', '경북', '부산', '전남', '강릉', '여수', '에버랜드', '전주', '세종', ''];
const wishes = ['', '바다와 온천', '아이와 박물관, 여유롭게', '역사 유적을 알차게, 등산은 빼고'];

/** Asks the offline advisor for `requests` itineraries of all kinds, one at a time, `rounds` times after one that warms up. */
export async function benchAdvisor({ requests, rounds }: { requests: number; rounds: number }): Promise<AdvisorTimes> {
  const from = performance.now();
  const advisor = openAdvisor({ logger: createLogger('bench', 'silent') });
  const opening = performance.now() - from;
  const groups = new Map<string, number[]>([
    ['1–3 days, any budget', []],
    ['1–3 days, a budget', []],
    ['4–14 days, any budget', []],
    ['4–14 days, a budget', []],
  ]);
  let begun = process.cpuUsage();
  for (let round = 0; round <= rounds; round += 1) {
    if (round === 1) begun = process.cpuUsage();
    for (let index = 0; index < requests; index += 1) {
      const request = requestOf(index);
      const before = performance.now();
      await advisor.plan(request);
      const took = performance.now() - before;
      const name = `${request.days <= 3 ? '1–3' : '4–14'} days, ${request.budget === null ? 'any' : 'a'} budget`;
      if (round > 0) groups.get(name)?.push(took);
    }
  }
  const { user, system } = process.cpuUsage(begun);
  await advisor.close();
  return {
    groups: [...groups].map(([name, times]) => ({ name, times })),
    processor: (user + system) / 1_000 / (requests * rounds),
    opening,
    rounds,
    machine: describeMachine(),
  };
}

/** Seven in ten trips are of up to three days; every second one has a budget, from hopeless to ample. */
function requestOf(index: number): AdvisorRequest {
  const days = index % 10 < 7 ? 1 + (index % 3) : 4 + (index % 11);
  const groupSize = 1 + (index % 6);
  return {
    location: places[index % places.length] ?? '',
    days,
    groupSize,
    budget: index % 2 === 0 ? null : days * groupSize * 20_000 * (1 + (index % 5)),
    details: wishes[Math.floor(index / 3) % wishes.length] ?? '',
    tastes: index % 5 === 0 ? ['바다', '온천 여행'] : [],
    seed: String(index),
  };
}
