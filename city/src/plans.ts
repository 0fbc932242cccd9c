import { type Place, places } from './places.ts';
import type { Random } from './random.ts';

/** What a member does next. All times in simulated seconds. */
export type Plan = { readonly idleSeconds: number } & (
  | { readonly kind: 'ride'; readonly to: Place; readonly cancelAfterSeconds: number | null }
  | {
      readonly kind: 'meal';
      readonly search: string;
      /** From 0 up to 1: which of the dishes found. */
      readonly taste: number;
      readonly quantity: number;
      readonly cancelAfterSeconds: number | null;
    }
);

/** What a driver says to an offer. */
export type Reply = { readonly kind: 'accept' | 'decline' | 'ignore'; readonly afterSeconds: number };

/** Found in the names of dishes. */
const cravings = ['비빔', '국밥', '만두', '면', '찌개', '전', '볶음', '김치'] as const;

/** Somebody at `at` decides. Takes as many numbers for each plan of a kind, whatever became of those before. */
export function nextPlan(at: Place, random: Random): Plan {
  const idleSeconds = random.between(30, 240);
  const cancels = random.chance(0.08);
  const cancelAfterSeconds = cancels ? random.between(5, 120) : null;
  if (random.chance(0.65)) {
    const to = random.pick(places.filter(({ name }) => name !== at.name));
    return { kind: 'ride', to, idleSeconds, cancelAfterSeconds };
  }
  return {
    kind: 'meal',
    search: random.pick(cravings),
    taste: random.between(0, 1),
    quantity: Math.floor(random.between(1, 4)),
    idleSeconds,
    cancelAfterSeconds,
  };
}

/** Drivers are willing: of ten offers they take eight, decline one, and let one pass. */
export function nextReply(random: Random): Reply {
  const mood = random.between(0, 10);
  const kind = mood < 8 ? 'accept' : mood < 9 ? 'decline' : 'ignore';
  return { kind, afterSeconds: random.between(1, 5) };
}
