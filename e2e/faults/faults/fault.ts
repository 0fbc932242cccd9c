import type { Form, FormName } from '../form.ts';
import type { Random } from '../random.ts';

/** One way in which a system breaks. */
export type Fault = {
  readonly name: string;
  /** The forms that have what it breaks. */
  readonly forms: readonly FormName[];
  /** Breaks something. Resolves once it is broken. Chance decides only here, so that a seed always breaks the same. */
  inject(form: Form, random: Random): Promise<Heal>;
};

/** How something is whole again. */
export type Heal = {
  /** What was broken: for the log. */
  readonly says: string;
  /** For how long it stays so; not at all when left out. */
  readonly holdMs?: number;
  /** Resolves once it is whole again. Parts that ended meanwhile are started by the round. */
  heal(): Promise<void>;
};
