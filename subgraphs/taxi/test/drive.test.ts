import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { booked, forgotten, freed, offered, offline, online, register, reregistered } from '../src/domain/drive.ts';
import type { Driver } from '../src/domain/driver.ts';
import { registrationFrom } from '../src/domain/registration.ts';

const free = online(register('kim', { plate: '서울 31 바 1234', phone: '010-1234-5678' }));
const asked = offered(free, 'offer');
const driving = booked(asked, 'ride');

describe('a driver', () => {
  test('goes from offer to ride and is free again', () => {
    expect(free).toMatchObject({ state: 'FREE', version: 2 });
    expect(asked).toMatchObject({ state: 'OFFERED', offerId: 'offer', version: 3 });
    expect(driving).toMatchObject({ state: 'BOOKED', bookingId: 'ride', leaving: false, version: 4 });
    expect(freed(driving)).toEqual({ ...free, version: 5 });
    expect(freed(asked)).toEqual({ ...free, version: 4 });
  });

  test('who wants to leave finishes the ride first, or changes their mind', () => {
    const leaving = offline(driving);
    expect(leaving).toMatchObject({ state: 'BOOKED', leaving: true });
    expect(freed(leaving).state).toBe('OFFLINE');
    expect(freed(online(leaving)).state).toBe('FREE');
    expect(offline(asked).state).toBe('OFFLINE');
  });

  test('is not asked twice, and takes nothing that was not offered', () => {
    const off = offline(free);
    for (const occupied of [off, asked, driving])
      expect(() => offered(occupied, 'another')).toThrow(/can't be offered/);
    for (const idle of [off, free, driving]) expect(() => booked(idle, 'another')).toThrow(/can't take/);
    for (const idle of [off, free]) expect(() => freed(idle)).toThrow(/can't be freed/);
  });

  test('whose account is gone is nobody any more, after the ride', () => {
    const nobody = { plate: '', phone: '', state: 'OFFLINE' };
    expect(forgotten(free)).toMatchObject(nobody);
    expect(forgotten(driving)).toMatchObject({ plate: free.plate, leaving: true });
    expect(forgotten(freed(forgotten(driving)))).toMatchObject(nobody);
    const gone = forgotten(free);
    expect(forgotten(gone)).toBe(gone);
  });

  const step = fc.oneof(
    fc.constantFrom(online, offline, freed, forgotten),
    fc.uuid().map((id) => (driver: Driver) => offered(driver, id)),
    fc.uuid().map((id) => (driver: Driver) => booked(driver, id)),
    fc.string().map((phone) => (driver: Driver) => reregistered(driver, { plate: '12 가 3456', phone })),
  );

  test('is never two things at once, and every change counts one up or more, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let driver = register('kim', { plate: '1', phone: '2' });
        for (const take of steps) {
          const after = attempt(() => take(driver)) ?? driver;
          expect('offerId' in after).toBe(after.state === 'OFFERED');
          expect('bookingId' in after).toBe(after.state === 'BOOKED');
          expect('leaving' in after).toBe(after.state === 'BOOKED');
          // A ride ends, an offer is answered; neither turns into another one.
          if (driver.state === 'BOOKED' && after.state === 'BOOKED') expect(after.bookingId).toBe(driver.bookingId);
          if (driver.state === 'BOOKED') expect(after.state).not.toBe('OFFERED');
          if (driver.state === 'OFFERED' && after.state === 'OFFERED') expect(after.offerId).toBe(driver.offerId);
          if (after.state === 'BOOKED' && driver.state !== 'BOOKED') expect(driver.state).toBe('OFFERED');
          if (after.state === 'OFFERED' && driver.state !== 'OFFERED') expect(driver.state).toBe('FREE');
          expect(after === driver || after.version === driver.version + 1).toBe(true);
          driver = after;
        }
      }),
    );
  });
});

/** What a transition came to; nothing when it can't happen in this state. */
function attempt(take: () => Driver): Driver | undefined {
  try {
    return take();
  } catch {
    return undefined;
  }
}

describe('a registration', () => {
  test.each([
    [' 서울 31 바 1234 ', ' 010-1234-5678 '],
    ['AB-12', '+82 10 1234 5678'],
    ['1', '12345678'],
    [`${'가'.repeat(19)}1`, '+123456789012345'],
  ])('takes %s and %s', (plate, phone) => {
    expect(registrationFrom({ plate, phone })).toEqual({
      kind: 'done',
      value: { plate: plate.trim(), phone: phone.trim() },
    });
  });

  test.each([
    ['', '', ['PLATE_INVALID', 'PHONE_INVALID']],
    ['서울 바', '010-1234-5678', ['PLATE_INVALID']],
    [`${'가'.repeat(20)}1`, '010-1234-5678', ['PLATE_INVALID']],
    ['12가_3456', '010-1234-5678', ['PLATE_INVALID']],
    ['12가\n3456', '010-1234-5678', ['PLATE_INVALID']],
    ['12가3456', '1234567', ['PHONE_INVALID']],
    ['12가3456', '1234567890123456', ['PHONE_INVALID']],
    ['12가3456', '010-1234-567a', ['PHONE_INVALID']],
    ['12가3456', '8+210-1234-5678', ['PHONE_INVALID']],
    ['12가3456', '-010-1234-5678', ['PHONE_INVALID']],
  ])('refuses %s and %s', (plate, phone, codes) => {
    const outcome = registrationFrom({ plate, phone });
    expect(outcome.kind === 'refused' && outcome.refusals.map(({ code }) => code)).toEqual(codes);
  });
});
