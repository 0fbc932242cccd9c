import { isId } from '@moa/subgraph';

const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** JavaScript takes 30 February for 2 March, and knows a year 0; PostgreSQL would answer both with an error. */
function isMoment(text: string): boolean {
  const moment = new Date(form.test(text) ? text : Number.NaN);
  return moment.getTime() >= earliest && moment.toISOString() === text;
}

const earliest = Date.parse('0001-01-01T00:00:00.000Z');

/** `at` must be a moment of the application's clock: PostgreSQL's own are finer than milliseconds. */
export const momentKey = (at: Date, id: string): string => `${at.toISOString()}_${id}`;
export const countKey = (count: number, at: Date, id: string): string => `${count}_${momentKey(at, id)}`;

export function isMomentKey(text: string): boolean {
  const [at = '', id = '', ...rest] = text.split('_');
  return isMoment(at) && isId(id) && rest.length === 0;
}

export function isCountKey(text: string): boolean {
  const [count = '', ...rest] = text.split('_');
  return /^\d{1,9}$/.test(count) && isMomentKey(rest.join('_'));
}

/** What a list shows after the place of a key; nothing of the condition when there is none: the list begins. */
export function afterMoment(columns: string, key: string | null): { readonly sql: string; readonly values: string[] } {
  if (key === null) return { sql: '', values: [] };
  const [at = '', id = ''] = key.split('_');
  return { sql: `and (${columns}) < (?::timestamptz, ?::uuid)`, values: [at, id] };
}

export function afterCount(columns: string, key: string | null): { readonly sql: string; readonly values: string[] } {
  if (key === null) return { sql: '', values: [] };
  const [count = '', at = '', id = ''] = key.split('_');
  return { sql: `and (${columns}) < (?::integer, ?::timestamptz, ?::uuid)`, values: [count, at, id] };
}
