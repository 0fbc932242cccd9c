import { createHash } from 'node:crypto';

/** The key itself where a provider takes it, else its digest (43 letters, digits, `-`, `_`): the same for the same key. */
export function fittingKey(key: string, accepted: RegExp): string {
  return accepted.test(key) ? key : createHash('sha256').update(key).digest('base64url');
}
