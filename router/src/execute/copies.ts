import type { Entity } from './run.ts';

/** The representations of one request with their indices in it. Equal ones are sent once: a subgraph says the same of both. */
export type Sent = Map<string, number>;

/** The index of a representation in the request, which has it from now on. */
export function indexIn(sent: Sent, representation: string): number {
  const known = sent.get(representation);
  if (known !== undefined) return known;
  const index = sent.size;
  sent.set(representation, index);
  return index;
}

/**
 * To each of the shares, which are indices, the answers that they mean. What several mean is copied for all but the first:
 * what a later fetch puts into one place must not show in another.
 */
export function dealOut(answers: readonly unknown[], shares: readonly (readonly number[])[]): readonly unknown[][] {
  const dealt = new Set<number>();
  return shares.map((share) =>
    share.map((index) => {
      if (dealt.has(index)) return copyOf(answers[index]);
      dealt.add(index);
      return answers[index];
    }),
  );
}

function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: Entity = { ...value };
  for (const key in copy) {
    const inner = copy[key];
    if (typeof inner === 'object' && inner !== null) copy[key] = copyOf(inner);
  }
  return copy;
}
