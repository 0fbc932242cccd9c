/** How long others may go on with the public keys they read before they ask again, in seconds. */
export const keySetFreshSeconds = 300;

/** A key that signs is replaced after this many days. */
const currentDays = 30;

const dayMs = 86_400_000;

/** When a key that was made at `createdAt` may sign: everybody who verifies has read it by then. */
export const maySignFrom = (createdAt: Date): Date => new Date(createdAt.getTime() + keySetFreshSeconds * 1_000);

/** Whether a key that signs since `promotedAt` has done so for long enough. */
export const isRotationDue = (promotedAt: Date, now: Date): boolean =>
  now.getTime() - promotedAt.getTime() >= currentDays * dayMs;

/** Retired before then, a key has signed nothing that is still good. A minute more, for who had just read it. */
export const retiredBefore = (now: Date, accessTokenMinutes: number): Date =>
  new Date(now.getTime() - (accessTokenMinutes + 1) * 60_000);

/** Kept no longer than this after they were retired: access tokens live a day at most. */
export const forgottenBefore = (now: Date): Date => new Date(now.getTime() - 2 * dayMs);
