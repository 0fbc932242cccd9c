import { randomUUIDv7 } from 'node:crypto';
import type { Fact } from '@moa/contracts';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Member, member, openWorld, paid, type World } from './world.ts';

const at = '2026-03-02T09:00:00.000Z';
const pickup = { name: '지민의 집', latitude: 37.5547, longitude: 126.9706 };
const left = ({ memberId }: Member): Fact => ({ type: 'MemberDeleted', version: 9, memberId });
const known = ({ memberId }: Member, version: number): Fact => ({
  type: 'MemberUpdated',
  version,
  memberId,
  name: '지민',
  language: 'EN',
});
const dispatched = (customer: Member, driver: Member): Fact => ({
  type: 'TaxiDispatched',
  version: 3,
  bookingId: randomUUIDv7(),
  customerId: customer.memberId,
  driverId: driver.memberId,
  at,
  plate: '서울 31 바 1234',
  phone: '010-1234-5678',
  pickup,
  arrivesAt: at,
});

describe.each(buses)('a member who deletes their account, on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world?.close());

  const texts = async (viewer: Member) => (await world.mailbox(viewer)).nodes?.map(({ text }) => text);
  /** Every row of every table that still tells something of the member, the messages on their way aside. */
  const traces = async ({ memberId }: Member) => {
    const { rows } = await world.sql.query(
      `select to_jsonb(r) as row from recipients r where id = $1
       union all select to_jsonb(n) from notifications n where $1 in (recipient_id, about_id)`,
      [memberId],
    );
    return rows.map(({ row }) => row);
  };
  const mark = (id: string) => ({
    id,
    name: '',
    language: 'KO',
    last_number: 0,
    unread_count: 0,
    is_forgotten: true,
    profile_version: expect.any(Number),
  });

  test('leaves an id and a mailbox that stays shut', async () => {
    const mine = member();
    await world.hear(known(mine, 2), paid(mine), paid(mine));
    expect(await texts(mine)).toHaveLength(2);
    await world.hear(left(mine));
    expect(await traces(mine)).toEqual([mark(mine.memberId)]);
    await world.hear(paid(mine), known(mine, 8), known(mine, 10), left(mine));
    expect(await traces(mine)).toEqual([mark(mine.memberId)]);
    expect(await world.mailbox(mine)).toMatchObject({ nodes: [], unread: 0 });
  });

  test('leaves no mailbox either when nothing was known of them', async () => {
    const mine = member();
    await world.hear(left(mine), paid(mine), known(mine, 1));
    expect(await traces(mine)).toEqual([mark(mine.memberId)]);
  });

  test('is described to nobody any more: neither before nor after', async () => {
    const [customer, driver] = [member(), member('DRIVER')];
    await world.hear(dispatched(customer, driver));
    expect(await texts(customer)).toEqual([expect.stringContaining('010-1234-5678')]);
    expect(await texts(driver)).toEqual([expect.stringContaining('지민의 집')]);
    await world.hear(left(driver));
    expect(await texts(customer)).toEqual(['배차되었습니다. 약 1분 뒤에 도착합니다.']);
    await world.hear(dispatched(customer, driver));
    expect(await texts(customer)).toEqual(Array(2).fill('배차되었습니다. 약 1분 뒤에 도착합니다.'));

    const another = member('DRIVER');
    await world.hear(dispatched(customer, another), left(customer), dispatched(customer, another));
    expect(await texts(another)).toEqual(Array(2).fill('배차가 확정되었습니다.'));
    for (const gone of [customer, driver]) expect(await traces(gone)).toEqual([mark(gone.memberId)]);
  });

  test('nor when all of it happens at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [customer, driver] = [member(), member('DRIVER')];
      const facts = [
        ...Array.from({ length: 6 }, () => dispatched(customer, driver)),
        ...Array.from({ length: 3 }, () => paid(driver)),
        known(driver, 1),
      ];
      facts.splice(round, 0, left(driver));
      await world.settled(await world.say(facts));
      expect(await traces(driver)).toEqual([mark(driver.memberId)]);
      expect(await texts(customer)).toEqual(Array(6).fill('배차되었습니다. 약 1분 뒤에 도착합니다.'));
    }
  });
});
