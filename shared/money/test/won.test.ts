import fc from 'fast-check';
import { Kind } from 'graphql';
import { describe, expect, test } from 'vitest';
import { sumOf, timesQuantity, WonScalar, won } from '../src/index.ts';

const most = Number.MAX_SAFE_INTEGER;
const amounts = fc.integer({ min: 0, max: 10 ** 12 });

describe('won', () => {
  test.each([0, 1, 9_000, most])('%i is an amount', (amount) => {
    expect(won(amount)).toBe(amount);
  });
  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, most + 1])('%d is none', (amount) => {
    expect(() => won(amount)).toThrow(RangeError);
  });

  test('sums are exact and do not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 50 }), (list) => {
        const sum = list.reduce((total, amount) => total + BigInt(amount), 0n);
        expect(BigInt(sumOf(list.map(won)))).toBe(sum);
        expect(sumOf(list.toReversed().map(won))).toBe(Number(sum));
      }),
    );
    expect(sumOf([])).toBe(0);
  });

  test('a price times a quantity is the sum of that many', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 99 }), (price, quantity) => {
        expect(timesQuantity(won(price), quantity)).toBe(sumOf(Array.from({ length: quantity }, () => won(price))));
      }),
    );
  });

  test('what can’t be counted exactly is refused, not rounded', () => {
    expect(() => sumOf([won(most), won(1)])).toThrow(RangeError);
    expect(() => timesQuantity(won(most), 2)).toThrow(RangeError);
    expect(() => timesQuantity(won(100), 0.001)).toThrow(RangeError);
  });
});

describe('the scalar Won', () => {
  const clientsFault = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } });

  test('takes whole numbers from clients', () => {
    expect(WonScalar.parseValue(9_000)).toBe(9_000);
    expect(WonScalar.parseLiteral({ kind: Kind.INT, value: '9000' })).toBe(9_000);
  });
  test.each([-1, 0.5, '9000', null, true, [1]])('refuses %j as the fault of the client', (value) => {
    expect(() => WonScalar.parseValue(value)).toThrow(clientsFault);
  });
  test.each([
    { kind: Kind.FLOAT, value: '0.5' },
    { kind: Kind.STRING, value: '9000' },
    { kind: Kind.INT, value: '9007199254740993' },
    { kind: Kind.INT, value: '-1' },
  ] as const)('refuses the literal $value', (literal) => {
    expect(() => WonScalar.parseLiteral(literal)).toThrow(clientsFault);
  });

  test('answers with a number; what we ourselves send wrongly is not the fault of the client', () => {
    expect(WonScalar.serialize(won(9_000))).toBe(9_000);
    for (const wrong of ['9000', 0.5, -1]) expect(() => WonScalar.serialize(wrong)).toThrow(RangeError);
  });
});
