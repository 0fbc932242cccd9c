import type { Viewer } from '@moa/identity';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member, merchant, nobody, openWorld, type Refused, stranger, type World } from './world.ts';

describe.each(buses)('placing an order, $name', (bus) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(bus);
  });
  afterAll(() => world?.close());

  test('takes an order and tells pay of it, in one transaction (F1, N1)', async () => {
    const { order, codes } = await world.place();
    expect({ order, codes }).toMatchObject({ order: { status: 'ORDERED', total: 18_000 }, codes: [] });
    expect(await world.sentFacts(order?.id ?? '')).toEqual(['OrderPlaced']);
  });

  test('bad input is refused and nothing is stored', async () => {
    const before = await world.sql.query('select count(*) from orders');
    expect((await world.place({ lines: [] })).codes).toEqual(['NO_LINES']);
    expect((await world.place({ lines: [{ menuItemId: 'nonsense', quantity: 10_000 }] })).codes).toEqual([
      'QUANTITY_OUT_OF_RANGE',
      'MENU_ITEM_NOT_FOUND',
    ]);
    expect((await world.place({}, nobody)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(await world.sql.query('select count(*) from orders')).toMatchObject({ rows: before.rows });
  });

  test('a sold-out dish can’t be ordered until it is back, and only its merchant says so', async () => {
    const galbi = await world.register('갈비', 30_000);
    const mark = (viewer: Viewer, soldOut: boolean) =>
      world.order.ask<{ setMenuItemSoldOut: Refused }>(
        viewer,
        `mutation ($input: SetMenuItemSoldOutInput!) { setMenuItemSoldOut(input: $input) { menuItem { soldOut } userErrors { code } } }`,
        { input: { menuItemId: galbi, soldOut } },
      );
    const lines = [{ menuItemId: galbi, quantity: 1 }];
    expect((await mark(member(33, 'MERCHANT'), true)).data?.setMenuItemSoldOut.userErrors).toMatchObject([
      { code: 'MENU_ITEM_NOT_FOUND' },
    ]);
    await mark(merchant, true);
    expect((await world.place({ lines })).codes).toEqual(['MENU_ITEM_SOLD_OUT']);
    await mark(merchant, false);
    expect((await world.place({ lines })).codes).toEqual([]);
  });

  test('the same key gives the same order to twenty at once; another input is refused', async () => {
    const twins = await Promise.all(Array.from({ length: 20 }, () => world.place({ idempotencyKey: 'twin' })));
    expect(new Set(twins.map(({ order }) => order?.id)).size).toBe(1);
    expect(await world.sentFacts(twins[0]?.order?.id ?? '')).toEqual(['OrderPlaced']);
    expect((await world.place({ idempotencyKey: 'twin', deliveryAddress: '딴 곳' })).codes).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect((await world.place({ idempotencyKey: 'twin' }, stranger)).codes).toEqual([]);
  });
});
