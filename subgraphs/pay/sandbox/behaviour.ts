import { z } from 'zod';
import { type Card, slowCardMs } from './cards.ts';

const milliseconds = z.int().min(0).max(30_000);

/** How the sandbox treats charges and refunds; `PUT /v1/behaviour` with `{}` makes it well behaved again. */
export const behaviourSchema = z.strictObject({
  /** Declines every charge. */
  refuse: z.boolean().default(false),
  /** Waits before booking: [least, most] milliseconds. */
  delayMs: z
    .tuple([milliseconds, milliseconds])
    .refine(([least, most]) => least <= most, 'the first number must not be above the second')
    .nullable()
    .default(null),
  /** Drops the connection before the booking, or after it and before the answer. */
  drop: z.enum(['before', 'after']).nullable().default(null),
  /** The share of requests that all of this happens to. */
  rate: z.number().min(0).max(1).default(1),
});

export type Behaviour = z.infer<typeof behaviourSchema>;

/** What happens to one request. */
export type Turn = { refuse: boolean; delayMs: number; drop: 'before' | 'after' | null };

/** Draws what happens to the next request. `random` gives numbers from 0 to just below 1. */
export function drawTurn(behaviour: Behaviour, card: Card, random: () => number = Math.random): Turn {
  const between = ([least, most]: readonly [number, number]) => Math.round(least + (most - least) * random());
  const cardDelay = card === 'slow' ? between(slowCardMs) : 0;
  if (random() >= behaviour.rate) return { refuse: false, delayMs: cardDelay, drop: null };
  const delayMs = cardDelay + (behaviour.delayMs ? between(behaviour.delayMs) : 0);
  return { refuse: behaviour.refuse, delayMs, drop: behaviour.drop };
}
