import { post, until } from '@moa/testing';
import { expect, test } from 'vitest';
import { runElsewhere } from './elsewhere.ts';
import { openShopRouter } from './shop.ts';
import type { ToldOfShop } from './shop-process.ts';

type Data = { products?: { price?: number }[] };

test('with 64 in flight all the time each answer is right for the old or the new supergraph', async () => {
  const { told, stop } = await runElsewhere<ToldOfShop>('shop-process.ts');
  const router = await openShopRouter(told.supergraphs.first, told.privateKey);
  const ask = (text: string) => post<Data>(`${router.url}/graphql`, { query: text });
  const query = '{ products { id name price } }';
  const answer = (price: number) => ({
    products: ['1', '2', '3'].map((id) => ({ id, name: `Product ${id}`, price })),
  });
  const [old, moved] = [answer(10), answer(20)];
  let going = true;
  const prices: unknown[] = [];
  const askOn = async (): Promise<void> => {
    while (going) {
      const { data, errors } = await ask(query);
      expect(errors).toBeUndefined();
      expect([old, moved]).toContainEqual(data);
      prices.push(data?.products);
    }
  };
  const swapping = async (): Promise<void> => {
    for (const version of ['moved', 'first', 'split', 'added', 'moved'] as const) {
      const before = prices.length;
      await until(() => prices.length > before + 128);
      await router.swap(told.supergraphs[version]);
      // What is asked from now on is answered by the new one.
      expect((await ask(query)).data).toEqual(version === 'first' || version === 'added' ? old : moved);
    }
  };
  const stopAsking = (): void => {
    going = false;
  };
  await Promise.all([...Array.from({ length: 64 }, askOn), swapping().finally(stopAsking)]).finally(stopAsking);
  expect(new Set(prices.map((products) => JSON.stringify(products))).size).toBe(2);
  await router.close();
  await stop();
});
