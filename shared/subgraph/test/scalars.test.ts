import { Kind } from 'graphql';
import { expect, test } from 'vitest';
import { DateTimeScalar } from '../src/index.ts';

const moment = '2026-01-31T12:00:00.000Z';

test.each([moment, '2026-01-31T12:00:00Z', '2026-01-31T21:00:00+09:00'])('DateTime takes %s', (text) => {
  expect(DateTimeScalar.parseValue(text).toISOString()).toBe(moment);
  expect(DateTimeScalar.parseLiteral({ kind: Kind.STRING, value: text }).toISOString()).toBe(moment);
});

test.each([
  '',
  'tomorrow',
  '2026',
  '2026-01-31',
  '2026-13-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  1_769_860_800_000,
  null,
])('DateTime refuses %j as the fault of the client', (value) => {
  expect(() => DateTimeScalar.parseValue(value)).toThrow(
    expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
  );
});

test('DateTime answers in UTC, from a Date as from the text that JSON keeps', () => {
  expect(DateTimeScalar.serialize(new Date(moment))).toBe(moment);
  expect(DateTimeScalar.serialize(moment)).toBe(moment);
  expect(DateTimeScalar.serialize('2026-01-31T12:00:00+00:00')).toBe(moment);
});

test('what we ourselves send wrongly is not the fault of the client', () => {
  expect(() => DateTimeScalar.serialize('tomorrow')).toThrow(TypeError);
});
