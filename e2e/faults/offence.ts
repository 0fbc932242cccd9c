import type { Form } from './form.ts';
import type { Breach } from './invariants.ts';

/** A promise that was broken, in words. */
export type Offence = {
  readonly name: string;
  readonly forbids: string;
  readonly promise: string;
  readonly offenders: readonly string[];
};

export const offenceOf = ({ invariant: { name, forbids, promise }, offenders }: Breach): Offence => ({
  name,
  forbids,
  promise,
  offenders,
});

/** Whatever breaks around it, a process stays, unless somebody kills it. */
export function partsThatLeft(form: Form): readonly Offence[] {
  const offenders = form.parts.flatMap((part) => {
    const how = part.endedByItself();
    return how === undefined ? [] : [`${part.name} ended with ${how}`];
  });
  if (offenders.length === 0) return [];
  return [{ name: 'process-stays', forbids: 'a process that ends by itself', promise: 'F8', offenders }];
}
