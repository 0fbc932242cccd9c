import { refusalsFrom } from '@moa/subgraph';
import type { Blocked } from '../credentials/attempts.ts';
import { attemptRefusals } from '../domain/refusals.ts';

const refuse = refusalsFrom(attemptRefusals);

/** The refusal of somebody who tried too often, with when to try again. */
export const tooManyAttempts = ({ retryAfterSeconds }: Blocked) => ({
  ...refuse('TOO_MANY_ATTEMPTS'),
  retryAfterSeconds,
});
