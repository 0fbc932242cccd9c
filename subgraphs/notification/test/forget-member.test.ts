import { randomUUIDv7 } from 'node:crypto';
import type { Fact } from '@moa/contracts';
import { buses, until } from '@moa/testing';
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
       union all select to_jsonb(n) from notifications n where $1 in (recipient_id, about_id)
       union all select to_jsonb(f) from followers f where $1 in (followee_id, follower_id)
       union all select to_jsonb(p) from plans p where owner_id = $1`,
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

  const followed = (follower: Member, followee: Member): Fact => ({
    type: 'MemberFollowed',
    version: 1,
    followerId: follower.memberId,
    followeeId: followee.memberId,
  });
  const shared = ({ memberId }: Member): Fact => ({
    type: 'PlanShared',
    version: 1,
    planId: randomUUIDv7(),
    ownerId: memberId,
    location: '우리 집',
  });
  const hearted = ({ memberId }: Member, owner: Member): Fact => ({
    type: 'PlanHearted',
    version: 2,
    planId: randomUUIDv7(),
    ownerId: owner.memberId,
    memberId,
    location: '제주',
  });

  test('has a name only until then', async () => {
    const [mine, other] = [member(), member()];
    await world.hear(
      known(other, 2),
      followed(other, mine),
      followed(mine, other),
      hearted(other, mine),
      shared(other),
    );
    await until(async () => (await texts(mine))?.length === 3);
    expect(await texts(mine)).toEqual([
      '지민님이 새로운 여행 계획을 생성했습니다: 우리 집',
      '지민님이 내 여행 계획을 좋아합니다: 제주',
      '지민님이 회원님을 팔로우했습니다.',
    ]);
    // The present one.
    await world.hear({ type: 'MemberUpdated', version: 3, memberId: other.memberId, name: '민수', language: 'KO' });
    expect((await texts(mine))?.[2]).toBe('민수님이 회원님을 팔로우했습니다.');
    await world.hear(left(other));
    const { nodes } = await world.mailbox(mine);
    expect(nodes?.map(({ text }) => text)).toEqual([
      '회원님이 새로운 여행 계획을 생성했습니다.',
      '회원님이 내 여행 계획을 좋아합니다: 제주',
      '회원님이 회원님을 팔로우했습니다.',
    ]);
    expect(nodes).toMatchObject([{ member: null }, { member: null }, { member: null }]);
    await world.hear(followed(other, mine), followed(mine, other), hearted(other, mine), shared(other));
    expect(await traces(other)).toEqual([mark(other.memberId)]);
  });

  test('is shown to none of thousands any more at once, and soon stands with none', async () => {
    const owner = member();
    await world.hear(known(owner, 2));
    await world.sql.query(
      `with follower as (
         insert into followers (followee_id, follower_id, pair_version, following)
         select $1, gen_random_uuid(), 1, true from generate_series(1, 12000) returning follower_id as id
       ), recipient as (insert into recipients (id, last_number, unread_count) select id, 1, 1 from follower)
       insert into notifications (recipient_id, number, id, fact_key, kind, parameters, about_id, created_at)
       select id, 1, uuidv7(), 'x', 'PLAN_SHARED', '{"person":{"location":"우리 집"}}', $1, now() from follower`,
      [owner.memberId],
    );
    const { rows } = await world.sql.query<{ id: string }>(
      'select follower_id as id from followers where followee_id = $1',
      [owner.memberId],
    );
    await world.hear(left(owner));
    for (const place of [0, 5_000, 11_999]) {
      const reader = { ...member(), memberId: rows[place]?.id ?? '' };
      expect((await world.mailbox(reader)).nodes).toMatchObject([
        { text: '회원님이 새로운 여행 계획을 생성했습니다.', member: null },
      ]);
    }
    await until(async () => (await traces(owner)).length === 1);
    expect(await traces(owner)).toEqual([mark(owner.memberId)]);
    const places = await world.sql.query(`select from notifications where parameters::text like '%우리 집%'`);
    expect(places.rowCount).toBe(0);
  });

  test('nor is anything left when their plan is being told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [owner, follower] = [member(), member()];
      await world.sql.query(
        `insert into followers (followee_id, follower_id, pair_version, following)
         select $1, gen_random_uuid(), 1, true from generate_series(1, 1500)`,
        [owner.memberId],
      );
      await world.hear(followed(follower, owner));
      const facts = [shared(owner), known(owner, 1), followed(member(), owner), hearted(owner, follower)];
      facts.splice(round, 0, left(owner));
      await world.settled(await world.say(facts));
      expect(await traces(owner)).toEqual([mark(owner.memberId)]);
      await world.hear(left(follower));
      expect(await traces(follower)).toEqual([mark(follower.memberId)]);
    }
  });
});
