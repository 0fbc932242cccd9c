import { demoCrowd } from '@moa/db/demo';
import { buses, until } from '@moa/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { invariantsOf } from '../faults/invariants.ts';
import { chargesFor, faultsIn } from '../src/books.ts';
import { signIn } from '../src/person.ts';
import { openPlace } from '../src/place.ts';
import { startProcess } from '../src/process.ts';
import {
  acceptRide,
  driverEmails,
  endRide,
  goOnline,
  registerDriver,
  requestTaxi,
  startRide,
  untilOffered,
} from '../src/taxi.ts';

const station = { name: '서울역', latitude: 37.5549, longitude: 126.9714 };
const palace = { name: '경복궁', latitude: 37.5772, longitude: 126.9769 };

/** A process that is stopped takes requests and answers none: worse than one that is gone. On one bus, since none has a part in it. */
describe.each(buses.slice(0, 1))('pay hangs, $name', (bus) => {
  test('T7: whoever ends a ride is told that it can’t be paid now, not that something failed; later it is paid, once', {
    timeout: 120_000,
  }, async () => {
    const place = await openPlace(bus);
    const [core, pay] = await Promise.all([
      startProcess({ ...place.variables, SUBGRAPHS: 'account,taxi', ROUTER: '1' }),
      startProcess({ ...place.variables, SUBGRAPHS: 'pay', ROUTER: '0' }),
    ]);
    onTestFinished(async () => {
      process.kill(pay.pid, 'SIGCONT');
      await Promise.all([core.end('SIGTERM'), pay.end('SIGTERM')]);
      await place.close();
    });
    const customer = await signIn(place.url, demoCrowd.members[0]?.email ?? '');
    const driver = await signIn(place.url, driverEmails[0] ?? '');
    await customer.ask(
      'mutation ($input: SavePaymentMethodInput!) { savePaymentMethod(input: $input) { paymentMethod { id } } }',
      { input: { providerToken: 'tok_ok' } },
    );
    await registerDriver(driver, '서울 31 바 3001');
    await goOnline(driver, station);
    const { booking } = await requestTaxi(customer, { pickup: station, dropoff: palace });
    const id = booking?.id ?? '';
    await acceptRide(driver, await untilOffered(driver));
    await startRide(driver, id);

    process.kill(pay.pid, 'SIGSTOP');
    expect(await endRide(driver, id)).toMatchObject({ codes: ['PAYMENT_UNAVAILABLE'], booking: { status: 'IN_RIDE' } });
    process.kill(pay.pid, 'SIGCONT');
    await until(async () => (await endRide(driver, id)).booking?.status === 'COMPLETED', { timeoutMs: 30_000 });
    expect(await chargesFor(place, id)).toMatchObject({ charges: 1 });
    expect(await faultsIn(place, invariantsOf.rides)).toEqual([]);
  });
});
