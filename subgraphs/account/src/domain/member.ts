import type { Role } from '@moa/identity';

/** Somebody who joined Moa. */
export type Member = {
  readonly id: string;
  /** As `normalizeEmail` leaves it. */
  readonly email: string;
  readonly name: string;
  /** In years. */
  readonly age: number;
  readonly roles: readonly Role[];
  readonly createdAt: Date;
};
