import { expect, test } from 'vitest';
import { redacted } from '../src/index.ts';

test('what a log must not hold is left out, however deep it stands', () => {
  const data = { orderId: 'o-1', password: 'a', a: { b: { c: [{ accessToken: { raw: 'b' } }, null, 7, 'text'] } } };
  expect(redacted(data)).toEqual({
    orderId: 'o-1',
    password: '[Redacted]',
    a: { b: { c: [{ accessToken: '[Redacted]' }, null, 7, 'text'] } },
  });
  expect(data.password).toBe('a');
});

test.each([undefined, null, 'text', 7])('%j is as it was', (value) => {
  expect(redacted(value)).toBe(value);
});
