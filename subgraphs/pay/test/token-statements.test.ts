import { randomUUIDv7 } from 'node:crypto';
import { entitiesQuery, representations, statementsOf } from '@moa/subgraph/testing';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshPay, member } from './fresh-pay.ts';
import { accountOf, reserve } from './token-account.ts';

const [bus] = buses;
if (!bus) throw new Error('There is no bus to open pay with.');

let pay: Awaited<ReturnType<typeof freshPay>>;
beforeAll(async () => {
  pay = await freshPay(bus);
});
afterAll(() => pay?.close());

test('a token account costs the database the same however much happened to it', async () => {
  const owner = randomUUIDv7();
  await accountOf(pay, owner); // it is open from the first look on
  const cost = (fields: string) => {
    const query = entitiesQuery('Member', `tokenAccount { ${fields} }`);
    return statementsOf(() => pay.ask(member(owner), query, representations('Member', [owner])));
  };
  for (let n = 0; n < 3; n += 1) {
    expect(await cost('balance')).toHaveLength(2);
    expect(await cost('balance entries { nodes { kind amount recommendation { id } purchase { id } } }')).toHaveLength(
      3,
    );
    await reserve(pay, owner, randomUUIDv7());
  }
});
