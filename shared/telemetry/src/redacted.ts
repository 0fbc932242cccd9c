import { secrets } from './logger.ts';

/** A copy of what JSON can hold, without what a log must not hold, however deep it stands. */
export function redacted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, secrets.includes(key) ? '[Redacted]' : redacted(inner)]),
  );
}
