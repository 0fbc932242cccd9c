import type { Role } from '@moa/identity';

export type Language = 'KO' | 'EN';

/** Somebody who joined Moa. */
export type Member = {
  readonly id: string;
  /** As `normalizeEmail` leaves it. */
  readonly email: string;
  readonly name: string;
  /** In years; null for who joined by a provider, which doesn't tell it. */
  readonly age: number | null;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly createdAt: Date;
};
