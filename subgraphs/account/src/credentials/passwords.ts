import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { graphError } from '@moa/subgraph';
import { bulkhead, isBulkheadRejectedError } from 'cockatiel';
import { normalizePassword } from '../domain/password.ts';
import { type Argon2Hash, decode, encode } from './phc-string.ts';

export interface Passwords {
  /** The password as a PHC string with a salt of its own. */
  hash(password: string): Promise<string>;
  /** Takes as long without a hash, and is false then: nobody can tell by the time whether there is one. */
  verify(password: string, hash: string | undefined): Promise<boolean>;
}

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const saltBytes = 16;
const tagBytes = 32;
/** Each takes 19 MiB and one of the four threads that Node also reads files with. */
const atOnce = 2;
/** About a second of waiting; who comes later is told so at once, before the router's patience ends. */
const waiting = 50;

const derive = promisify(argon2);

/** Argon2id, at most two at once. @throws TOO_MANY_REQUESTS when 50 are waiting already */
export function createPasswords(): Passwords {
  const limiter = bulkhead(atOnce, waiting);
  // Random, so that no password leads to it.
  const nobody = { ...cost, salt: randomBytes(saltBytes), tag: randomBytes(tagBytes) };

  const tagOf = (password: string, { memory, passes, parallelism, salt, tag }: Argon2Hash): Promise<Buffer> =>
    limiter
      .execute(() =>
        derive('argon2id', {
          message: normalizePassword(password),
          nonce: salt,
          memory,
          passes,
          parallelism,
          tagLength: tag.length,
        }),
      )
      .catch((error: unknown) => {
        throw isBulkheadRejectedError(error) ? graphError('TOO_MANY_REQUESTS') : error;
      });

  return {
    async hash(password) {
      const blank = { ...cost, salt: randomBytes(saltBytes), tag: Buffer.alloc(tagBytes) };
      return encode({ ...blank, tag: await tagOf(password, blank) });
    },
    async verify(password, hash) {
      const known = hash === undefined ? nobody : decode(hash);
      return timingSafeEqual(await tagOf(password, known), known.tag) && hash !== undefined;
    },
  };
}
