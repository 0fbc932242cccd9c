import { z } from 'zod';

/** A TCP port; 0 asks the system for a free one. */
export const port = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(0, 'must be 0 to 65535')
  .max(65_535, 'must be 0 to 65535');

/** A share of something: 0 is none of it, 1 all. */
export const share = z.coerce.number('must be a number').min(0, 'must be 0 to 1').max(1, 'must be 0 to 1');

/** An absolute URL of one of the given schemes, kept as text. */
export const url = (...schemes: readonly [string, ...string[]]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)), {
    error: `must be a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  });

/** A whole number from 0 on. */
export const count = z.coerce.number().int().min(0);

/** Texts with commas between them; `,` is none. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

/** IP addresses and ranges of them (`10.0.0.0/8`), with commas between them. */
export const networks = list.pipe(
  z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], 'must be an IP address or a range such as 10.0.0.0/8')),
);

/** `1`, `true`, `yes` or `0`, `false`, `no`. */
export const flag = z.stringbool({
  truthy: ['1', 'true', 'yes'],
  falsy: ['0', 'false', 'no'],
  error: 'must be 1 or 0',
});

const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown; // JSON.parse gives any; every use pipes it into a schema
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' });
    return z.NEVER;
  }
});

const key = z.looseObject({ kty: z.string(), kid: z.string() });

/** One JSON Web Key (RFC 7517) as JSON text. */
export const jsonWebKey = json.pipe(key);

/** A JSON Web Key Set (RFC 7517) as JSON text. */
export const jsonWebKeySet = json.pipe(z.object({ keys: z.array(key) }));
