import type { Advice, Advisor, AdvisorRequest } from '../src/index.ts';

/** Places that the fake advisor knows, with the kind of sight that they have. */
const sights: Readonly<Record<string, string>> = { 부산: '바다', 서울: '궁궐', 경주: '유적지' };

/** An advisor that answers the same to the same request, and can be told to fail or to take its time. */
export function fakeAdvisor() {
  let isDown = false;
  let wait: Promise<void> = Promise.resolve();
  const asked: AdvisorRequest[] = [];
  const advise = ({ location, days, budget, groupSize }: AdvisorRequest): Advice => {
    const kind = sights[location];
    if (!kind) return { kind: 'nothing', reason: 'NO_ATTRACTIONS' };
    if (budget !== null && budget < 1_000) return { kind: 'nothing', reason: 'BUDGET_TOO_SMALL' };
    const stop = {
      name: `${location} ${kind}`,
      kind,
      address: location,
      latitude: 37.5,
      longitude: 127,
      note: '좋다\0',
    };
    const itinerary = Array.from({ length: days }, (_, index) => ({ day: index + 1, stops: [stop] }));
    return {
      kind: 'planned',
      title: `${days}일 여행`,
      place: location,
      itinerary: { days: itinerary, estimatedCost: 1_000 * groupSize * days },
    };
  };
  const advisor: Advisor = {
    async plan(request, signal) {
      asked.push(request);
      await wait;
      signal?.throwIfAborted();
      if (isDown) throw new Error('The advisor does not answer.');
      return advise(request);
    },
  };
  return {
    advisor,
    /** Each request, in order. */
    asked,
    isDown(down: boolean) {
      isDown = down;
    },
    /** Holds all answers back until the returned function is called. */
    holdBack() {
      const held = Promise.withResolvers<void>();
      wait = held.promise;
      return held.resolve;
    },
  };
}
