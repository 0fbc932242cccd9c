import { randomUUIDv7 } from 'node:crypto';
import { anonymous } from '@moa/identity';
import { buses, until } from '@moa/testing';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { expectEvenBooks } from './books-even.ts';
import { freshPay, member, plan, taxi } from './fresh-pay.ts';
import {
  accountOf,
  askForAccount,
  deleted,
  entriesOf,
  failed,
  joined,
  ready,
  reserve,
  reserving,
} from './token-account.ts';

describe.each(buses)('tokens, with the queues on $name', (bus) => {
  let pay: Awaited<ReturnType<typeof freshPay>>;
  let me: string;
  beforeAll(async () => {
    pay = await freshPay(bus);
  });
  afterAll(() => pay.close());
  beforeEach(() => {
    me = randomUUIDv7();
  });
  afterEach(() => expectEvenBooks(pay.url));

  const times = <Value>(count: number, make: () => Value): Value[] => Array.from({ length: count }, make);

  test('P9: a new member gets five, once, however often it is told', async () => {
    await pay.tell(...times(8, () => joined(me)));
    await pay.tell(joined(me));
    expect(await accountOf(pay, me)).toEqual({
      balance: 5,
      entries: {
        nodes: [{ kind: 'WELCOME', amount: 5, recommendation: null, purchase: null, createdAt: expect.any(String) }],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
    });
  });

  test('P9: who has only just joined reserves before it is told, and the telling adds nothing', async () => {
    const id = randomUUIDv7();
    expect(await reserve(pay, me, id)).toBe('RESERVED');
    await pay.tell(joined(me), joined(me));
    expect(await entriesOf(pay, me)).toEqual(['WELCOME 5', 'RESERVATION -1']);
    await pay.tell(failed(me, id));
    expect(await accountOf(pay, me)).toMatchObject({ balance: 5 });
  });

  test('P9: the first look opens the account, twenty at once and while it is told, once', async () => {
    const told = pay.tell(...times(3, () => joined(me)));
    const looks = await Promise.all(times(20, () => accountOf(pay, me)));
    expect(looks.map(({ balance }) => balance)).toEqual(times(20, () => 5));
    await told;
    expect(await entriesOf(pay, me)).toEqual(['WELCOME 5']);
  });

  test('P9: looks, reservations, purchases and the telling, all first and at once, welcome once', async () => {
    const input = { quantity: 3, paymentMethodId: await pay.save(me, 'tok_ok'), idempotencyKey: 'k' };
    await Promise.all([
      ...times(5, () => accountOf(pay, me)),
      ...times(5, () => reserve(pay, me, randomUUIDv7())),
      ...times(2, () => pay.ask(member(me), buying, { input })),
      pay.tell(joined(me), joined(me)),
    ]);
    const [first, ...rest] = await entriesOf(pay, me);
    expect(first).toBe('WELCOME 5');
    expect(rest.toSorted()).toEqual(['PURCHASE 3', ...times(5, () => 'RESERVATION -1')]);
  });

  test.each([
    ['keeps what it has booked', 'commit', ['WELCOME 5', 'RESERVATION -1']],
    ['comes to nothing', 'rollback', ['WELCOME 5']],
  ])('P9: heard while a reservation holds the new account, which then %s', async (_name, end, entries) => {
    const [holder, watch] = [await connected(pay.url), await connected(pay.url)];
    await holder.query('begin');
    await holder.query('insert into token_accounts (member_id, balance, movements) values ($1, 4, 2)', [me]);
    await holder.query(
      `with movements (id, kind, number, reference, change, other) as (values
         (gen_random_uuid(), 'WELCOME', 1, $1::uuid, 5, 'WELCOME'),
         (gen_random_uuid(), 'RESERVATION', 2, $2::uuid, -1, 'RESERVED')
       ), reservations as (
         insert into token_reservations (recommendation_id, member_id, state) values ($2, $1, 'RESERVED')
       )
       insert into token_entries (movement_id, account, member_id, number, kind, reference, amount)
       select id, account, $1, number, kind, reference, amount
       from movements, lateral (values ('MEMBER', change), (other, -change)) as line (account, amount)`,
      [me, randomUUIDv7()],
    );
    const told = pay.tell(joined(me));
    await until(async () => {
      const { rows } = await watch.query(
        `select from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and query like '%into token_accounts%'`,
      );
      return rows.length > 0;
    });
    await holder.query(end);
    await told;
    expect(await entriesOf(pay, me)).toEqual(entries);
  });

  test.each([
    ['the telling', () => pay.tell(joined(me))],
    ['their look', () => accountOf(pay, me)],
    ['a reservation', () => reserve(pay, me, randomUUIDv7())],
  ])('N6: an account that an earlier version opened with nothing in it is welcomed by %s', async (_name, first) => {
    const client = await connected(pay.url);
    await client.query('insert into token_accounts (member_id) values ($1)', [me]);
    await first();
    expect((await entriesOf(pay, me))[0]).toBe('WELCOME 5');
  });

  test('P9: a recommendation that comes costs one, and one that fails costs none', async () => {
    await pay.tell(joined(me));
    const [good, bad] = [randomUUIDv7(), randomUUIDv7()];
    expect(await reserve(pay, me, good)).toBe('RESERVED');
    expect(await reserve(pay, me, bad)).toBe('RESERVED');
    expect(await accountOf(pay, me)).toMatchObject({ balance: 3 });
    await pay.tell(ready(me, good), failed(me, bad), ready(me, good), failed(me, bad));
    const { balance, entries } = await accountOf(pay, me);
    expect(balance).toBe(4);
    expect(entries.nodes).toMatchObject([
      { kind: 'RELEASE', amount: 1, recommendation: { id: bad }, purchase: null },
      { kind: 'RESERVATION', amount: -1, recommendation: { id: bad } },
      { kind: 'RESERVATION', amount: -1, recommendation: { id: good } },
      { kind: 'WELCOME', amount: 5, recommendation: null },
    ]);
    // Who asks late hears what came of it, and it costs nothing more.
    expect(await reserve(pay, me, good.toUpperCase())).toBe('RESERVED');
    expect(await reserve(pay, me, bad)).toBe('REFUSED');
    expect(await accountOf(pay, me)).toMatchObject({ balance: 4 });
  });

  test('N1: two hundred at once get exactly the five that there are', async () => {
    await pay.tell(joined(me));
    // Where a busy machine did not answer in time, the same is asked again, as plan does.
    const insist = (id: string) => until(() => reserve(pay, me, id).catch(() => undefined));
    const answers = await Promise.all(times(200, () => insist(randomUUIDv7())));
    expect(answers.filter((status) => status === 'RESERVED')).toHaveLength(5);
    expect(answers.filter((status) => status === 'REFUSED')).toHaveLength(195);
    expect(await accountOf(pay, me)).toMatchObject({ balance: 0 });
  });

  test('N1: one recommendation asked for many times at once, at two processes, costs one', async () => {
    const another = await pay.open();
    onTestFinished(another.close);
    await pay.tell(joined(me));
    const id = randomUUIDv7();
    const answers = await Promise.all(times(40, () => reserve(pay, me, id)));
    expect(new Set(answers)).toEqual(new Set(['RESERVED']));
    await pay.tell(...times(10, () => ready(me, id)));
    expect(await entriesOf(pay, me)).toEqual(['WELCOME 5', 'RESERVATION -1']);
  });

  test('who was refused once stays so, though tokens have come since', async () => {
    const [id, spent] = [randomUUIDv7(), randomUUIDv7()];
    await reserve(pay, me, spent);
    for (const other of times(4, randomUUIDv7)) await reserve(pay, me, other);
    expect(await reserve(pay, me, id)).toBe('REFUSED');
    await pay.tell(joined(me), failed(me, id), failed(me, spent));
    expect(await accountOf(pay, me)).toMatchObject({ balance: 1 });
    expect(await reserve(pay, me, id)).toBe('REFUSED');
    expect(await accountOf(pay, me)).toMatchObject({ balance: 1 });
  });

  test('facts that overtake the question: a failure sets nothing aside, a success costs its token', async () => {
    await pay.tell(joined(me));
    const [good, bad] = [randomUUIDv7(), randomUUIDv7()];
    await pay.tell(ready(me, good), failed(me, bad));
    expect(await entriesOf(pay, me)).toEqual(['WELCOME 5']);
    expect(await reserve(pay, me, bad)).toBe('REFUSED');
    expect(await reserve(pay, me, good)).toBe('RESERVED');
    await pay.tell(ready(me, good), failed(me, bad));
    expect(await entriesOf(pay, me)).toEqual(['WELCOME 5', 'RESERVATION -1']);
  });

  test('N1: whatever comes in whatever order, however often: the ledger is what the model says', async () => {
    const step = fc.record({
      act: fc.constantFrom('reserve', 'reserve', 'ready', 'failed', 'joined', 'buy'),
      /** Which recommendation, or which key of a purchase. */
      which: fc.nat(7),
      times: fc.constantFrom(1, 1, 1, 2, 5),
    });
    await fc.assert(
      // A member who has spent some, so that they run out of them now and then.
      fc.asyncProperty(fc.nat(5), fc.array(step, { minLength: 1, maxLength: 16 }), async (spent, steps) => {
        const who = randomUUIDv7();
        const paymentMethodId = await pay.save(who, 'tok_ok');
        const ids = times(8, randomUUIDv7);
        const model = new TokenModel();
        for (const id of times(spent, randomUUIDv7)) expect(await reserve(pay, who, id)).toBe(model.reserve(id));
        for (const { act, which, times: often } of steps) {
          const id = ids[which] ?? '';
          switch (act) {
            case 'reserve': {
              const answers = await Promise.all(times(often, () => reserve(pay, who, id)));
              expect(answers).toEqual(times(often, () => model.reserve(id)));
              break;
            }
            case 'buy': {
              const input = { quantity: which + 1, paymentMethodId, idempotencyKey: `key ${which}` };
              await Promise.all(times(often, () => pay.ask(member(who), buying, { input })));
              model.buy(which + 1);
              break;
            }
            case 'joined':
              // Whatever came first has opened the account.
              await pay.tell(...times(often, () => joined(who)));
              break;
            case 'ready':
              await pay.tell(...times(often, () => ready(who, id)));
              model.ready(id);
              break;
            case 'failed':
              await pay.tell(...times(often, () => failed(who, id)));
              model.fail(id);
          }
          expect(await accountOf(pay, who)).toMatchObject({ balance: model.balance });
        }
        expect(await entriesOf(pay, who)).toEqual(model.entries);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test('N1: everything at once leaves the books even, and each recommendation with one end', async () => {
    const paymentMethodId = await pay.save(me, 'tok_ok');
    const ids = times(12, randomUUIDv7);
    await Promise.all([
      pay.tell(...ids.flatMap((id, index) => times(3, () => (index % 2 ? ready(me, id) : failed(me, id))))),
      pay.tell(joined(me), joined(me)),
      ...times(4, () => pay.ask(member(me), buying, { input: { quantity: 3, paymentMethodId, idempotencyKey: 'k' } })),
      ...ids.flatMap((id) => times(3, () => reserve(pay, me, id))),
    ]);
    const ends = await Promise.all(ids.map((id) => reserve(pay, me, id)));
    const { balance } = await accountOf(pay, me);
    expect(balance).toBe(8 - ends.filter((status) => status === 'RESERVED').length);
    expect(ends.filter((status, index) => status === 'RESERVED' && index % 2 === 0)).toEqual([]);
  });

  test('a member who deletes their account leaves the ledger as it is: it knows no name', async () => {
    await pay.tell(joined(me));
    const [open, id] = [randomUUIDv7(), randomUUIDv7()];
    await reserve(pay, me, open);
    await reserve(pay, me, id);
    await pay.tell(deleted(me), failed(me, id), ready(me, open));
    expect(await entriesOf(pay, me)).toEqual(['WELCOME 5', 'RESERVATION -1', 'RESERVATION -1', 'RELEASE 1']);
  });

  test('nothing opens any more for a member who is gone, though their token outlives them for a moment', async () => {
    await pay.tell(deleted(me));
    expect(await accountOf(pay, me)).toMatchObject({ balance: 0, entries: { nodes: [] } });
  });

  test('A4: tokens are for their member alone, and only plan sets some aside', async () => {
    for (const viewer of [anonymous, member(randomUUIDv7()), member(randomUUIDv7(), 'ADMIN'), plan]) {
      expect((await askForAccount(pay, viewer, me)).data).toEqual({ _entities: [{ tokenAccount: null }] });
    }
    // Nor does anybody else's look open the account.
    const client = await connected(pay.url);
    expect((await client.query('select from token_accounts where member_id = $1', [me])).rowCount).toBe(0);
    const input = { recommendationId: randomUUIDv7(), memberId: me };
    const code = async (viewer: typeof plan, wrong: object = {}) =>
      (await pay.ask(viewer, reserving, { input: { ...input, ...wrong } })).errors?.[0]?.extensions?.code;
    for (const viewer of [anonymous, member(me), member(me, 'ADMIN'), taxi]) {
      expect(await code(viewer)).toBe('FORBIDDEN');
    }
    for (const wrong of [{ recommendationId: 'x' }, { memberId: '' }]) {
      expect(await code(plan, wrong)).toBe('BAD_USER_INPUT');
    }
    expect(await code(plan)).toBeUndefined();
    expect(await code(plan, { memberId: randomUUIDv7() })).toBe('BAD_USER_INPUT');
    expect(await accountOf(pay, me)).toMatchObject({ balance: 4 });
  });

  test('entries come in pages, the newest first, by their index', async () => {
    const client = await connected(pay.url);
    await client.query(
      `with accounts as (
         insert into token_accounts (member_id, balance, movements)
         select case n when 0 then $1 else gen_random_uuid() end, 150 * 151 / 2, 150 from generate_series(0, 39) as n
         returning member_id
       ), movements as (
         select member_id, number, gen_random_uuid() as id from accounts, generate_series(1, 150) as number
       )
       insert into token_entries (movement_id, account, member_id, number, kind, reference, amount)
       select id, account, member_id, number, 'WELCOME', case number when 1 then member_id else id end, sign * number
       from movements, (values ('WELCOME', -1), ('MEMBER', 1)) as line (account, sign)`,
      [me],
    );
    await client.query('analyze token_entries');

    const seen: number[] = [];
    let after: string | null = null;
    do {
      const { data } = await askForAccount(pay, member(me), me, { first: 40, after });
      const entries = data?._entities[0].tokenAccount?.entries;
      seen.push(...(entries?.nodes.map(({ amount }) => amount) ?? []));
      after = entries?.pageInfo.hasNextPage ? entries.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(Array.from({ length: 150 }, (_, index) => 150 - index));

    // The very statement that was sent, as the server remembers it.
    const statement = await until(async () => {
      await askForAccount(pay, member(me), me, { first: 20 });
      const { rows } = await client.query<{ query: string }>(
        `select query from pg_stat_activity where datname = current_database() and query like '%from token_entries%order by number desc%' and pid <> pg_backend_pid()`,
      );
      return rows[0]?.query;
    });
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${statement}`);
    const steps = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(steps).toContain('token_entries_of_member');
    expect(steps).not.toContain('Sort');
    expect(steps).not.toContain('Filter');
  });

  test.each([
    ['a page too large', { first: 101 }],
    ['an empty page', { first: 0 }],
    ['a cursor of another list', { after: Buffer.from(`k:${randomUUIDv7()}`).toString('base64url') }],
    ['a number beyond all', { after: Buffer.from('k:9999999999').toString('base64url') }],
  ])('says so: %s', async (_name, page) => {
    const { errors } = await askForAccount(pay, member(me), me, page);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

const buying = `mutation ($input: BuyTokensInput!) { buyTokens(input: $input) { purchase { id } } }`;

/** What the ledger is to be, in as few words as possible. */
class TokenModel {
  balance = 5;
  readonly entries = ['WELCOME 5'];
  private readonly bought = new Set<number>();
  private readonly recommendations = new Map<string, 'awaited' | 'reserved' | 'captured' | 'released' | 'refused'>();

  buy(quantity: number): void {
    if (this.bought.has(quantity)) return;
    this.bought.add(quantity);
    this.add('PURCHASE', quantity);
  }

  reserve(id: string): 'RESERVED' | 'REFUSED' {
    const before = this.recommendations.get(id);
    if (before === undefined || before === 'awaited') {
      if (this.balance === 0) this.recommendations.set(id, 'refused');
      else {
        this.add('RESERVATION', -1);
        this.recommendations.set(id, before === 'awaited' ? 'captured' : 'reserved');
      }
    }
    const after = this.recommendations.get(id);
    return after === 'reserved' || after === 'captured' ? 'RESERVED' : 'REFUSED';
  }

  ready(id: string): void {
    const before = this.recommendations.get(id);
    if (before === undefined) this.recommendations.set(id, 'awaited');
    if (before === 'reserved') this.recommendations.set(id, 'captured');
  }

  fail(id: string): void {
    const before = this.recommendations.get(id);
    if (before === undefined) this.recommendations.set(id, 'released');
    if (before !== 'reserved') return;
    this.recommendations.set(id, 'released');
    this.add('RELEASE', 1);
  }

  private add(kind: string, amount: number): void {
    this.balance += amount;
    this.entries.push(`${kind} ${amount}`);
  }
}
