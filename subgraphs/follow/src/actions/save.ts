import type { EntityManager } from '@mikro-orm/postgresql';
import type { FollowFact } from '@moa/contracts';
import { send } from '@moa/outbox';
import { evolve } from '../domain/evolve.ts';
import type { Pair } from '../domain/pair.ts';
import { savePair } from '../persistence/pairs.ts';

/** Stores what became of a held pair, with its counts and its facts: all or nothing. */
export async function save(
  em: EntityManager,
  pair: Pair,
  { changes, now }: { readonly changes: readonly FollowFact[]; readonly now: Date },
): Promise<void> {
  let latest = pair;
  for (const fact of changes) {
    latest = evolve(latest, fact);
    await savePair(em, latest, now);
  }
  await send(
    em,
    changes.map((fact) => ({ kind: 'fact', fact }) as const),
  );
}
