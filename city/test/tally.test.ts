import { expect, test } from 'vitest';
import { account, summary } from '../src/summary.ts';
import { openBook } from '../src/tally.ts';

test('things are counted by how they stand now, and money when it is earned', () => {
  const { count, tally } = openBook();
  count({ kind: 'car', driver: 'one', state: 'free' });
  count({ kind: 'car', driver: 'other', state: 'free' });
  count({ kind: 'car', driver: 'one', state: 'riding' });
  count({ kind: 'booking', id: 'a', status: 'REQUESTED', fare: null });
  count({ kind: 'booking', id: 'a', status: 'IN_RIDE', fare: 14_800 });
  count({ kind: 'booking', id: 'b', status: 'COMPLETED', fare: 5_200 });
  count({ kind: 'booking', id: 'b', status: 'COMPLETED', fare: 5_200 });
  count({ kind: 'order', id: 'c', status: 'CANCELLED', total: 9_000 });
  count({ kind: 'order', id: 'd', status: 'COMPLETED', total: 21_000 });
  count({ kind: 'reply', reply: 'accept' });
  count({ kind: 'refusal', code: 'NO_CAR_FREE' });
  count({ kind: 'delivery', step: 'accepted' });
  expect(tally()).toEqual({
    cars: { offline: 0, free: 1, onTheWay: 0, riding: 1 },
    bookings: { IN_RIDE: 1, COMPLETED: 1 },
    orders: { CANCELLED: 1, COMPLETED: 1 },
    replies: { accept: 1 },
    deliveries: { accepted: 1, completed: 0 },
    positionsSeen: 0,
    fares: 5_200,
    meals: 21_000,
    refusals: { NO_CAR_FREE: 1 },
    errors: {},
  });
  expect(summary(tally(), new Date(2026, 2, 1, 9, 8, 7))).toBe(
    '09:08:07  │ cars 1 free · 0 coming · 1 riding  │ rides 1 open · 1 done · 0 off · 5,200원  │ orders 0 open · 1 eaten · 1 off  │ 0 brought  │ 0 errors',
  );
  expect(account(tally())).toContain('1 NO_CAR_FREE');
});
