import { expect, test } from 'vitest';
import { demoCrowd, demoMembers, demoMenu, demoPaymentMethods } from '../demo/index.ts';

const everybody = [...demoMembers, ...Object.values(demoCrowd).flat()];

test('no demo id and no e-mail address is given twice', () => {
  const ids = [...everybody, ...demoMenu, ...demoPaymentMethods].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(everybody.map(({ email }) => email)).size).toBe(everybody.length);
});

test('a demo member keeps their id, whoever joins the crowd', () => {
  const idOf = (email: string) => everybody.find((member) => member.email === email)?.id;
  expect(idOf('jimin@demo.moa')).toBe('01900001-0000-7000-8000-000000000001');
  expect(idOf('driver01@demo.moa')).toBe('01900001-0000-7000-8000-000000001001');
  expect(idOf('courier06@demo.moa')).toBe('01900001-0000-7000-8000-000000002006');
  expect(idOf('member30@demo.moa')).toBe('01900001-0000-7000-8000-000000003030');
});

test('the crowd drives, delivers and buys', () => {
  const { drivers, couriers, members } = demoCrowd;
  expect([drivers.length, couriers.length, members.length]).toEqual([24, 6, 30]);
  expect(drivers.every(({ roles }) => roles.includes('DRIVER'))).toBe(true);
  expect(couriers.every(({ roles }) => roles.includes('COURIER'))).toBe(true);
  expect(demoMembers).toHaveLength(9);
});
