import { subgraphs } from '@moa/contracts';
import { demoCrowd } from '@moa/db/demo';
import { type Bus, buses, until } from '@moa/testing';
import { describe, test } from 'vitest';
import { personOf, signIn } from '../src/person.ts';
import { freePorts, openPlace, type Place } from '../src/place.ts';
import { type MoaProcess, startProcess, type Variables } from '../src/process.ts';
import { registerDriver } from '../src/taxi.ts';
import { blindRules, faultsInTaxi, openTaxiBooks, taxiRulesAtAnyMoment, taxiRulesAtRest } from '../src/taxi-audit.ts';
import { gatherCrowd } from '../src/taxi-crowd.ts';

/** Processes that are killed, one at a time or all that can be. */
const kills = 10;
/** What the customers pay with, one each. */
const cards = ['tok_ok', 'tok_slow', 'tok_timeout', 'tok_ok_other'] as const;
const driversOnDuty = 6;

/** The processes that are killed. */
type Victim = 'taxi' | 'otherTaxi' | 'pay';
const victims: readonly (readonly Victim[])[] = [['taxi'], ['otherTaxi'], ['pay'], ['taxi', 'otherTaxi', 'pay']];

/** Taxi twice, once with a router before it; pay, with its provider; and the rest with another router. */
async function variablesOf(place: Place): Promise<Readonly<Record<Victim | 'core', Variables>>> {
  const { variables } = place;
  const urlOf = (name: (typeof subgraphs)[number]) =>
    `http://127.0.0.1:${Number(variables.PORT) + 1 + subgraphs.indexOf(name)}/graphql`;
  const elsewhere = {
    PORT: String(await freePorts(25)),
    ...Object.fromEntries(
      subgraphs.filter((name) => name !== 'taxi').map((name) => [`${name.toUpperCase()}_URL`, urlOf(name)]),
    ),
  };
  return {
    core: { ...variables, SUBGRAPHS: 'account', ROUTER: '1' },
    pay: { ...variables, SUBGRAPHS: 'pay', ROUTER: '0' },
    taxi: { ...variables, SUBGRAPHS: 'taxi', ROUTER: '0' },
    otherTaxi: { ...variables, ...elsewhere, SUBGRAPHS: 'taxi', ROUTER: '1' },
  };
}

async function openTown(bus: Bus) {
  const place = await openPlace(bus);
  const variables = await variablesOf(place);
  const core = await startProcess(variables.core);
  const [pay, taxi, otherTaxi] = await Promise.all([
    startProcess(variables.pay),
    startProcess(variables.taxi),
    startProcess(variables.otherTaxi),
  ]);
  const running: Record<Victim, MoaProcess> = { pay, taxi, otherTaxi };
  const otherUrl = `http://127.0.0.1:${variables.otherTaxi.PORT}/graphql`;
  return {
    place,
    /** Half of them talk to the one taxi, half to the other. */
    people: (emails: readonly string[]) =>
      Promise.all(
        emails.map(async (email, number) => {
          const person = await signIn(place.url, email);
          return number % 2 === 0 ? person : personOf(otherUrl, person.token, person.id);
        }),
      ),
    /** How the provider treats charges, until it is killed. */
    tellProvider: (behaviour: object) =>
      fetch(`http://127.0.0.1:${Number(place.variables.PORT) + 20}/v1/behaviour`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(behaviour),
      }),
    async killAndRestart(names: readonly Victim[]) {
      await Promise.all(names.map((name) => running[name].end('SIGKILL')));
      await Promise.all(
        names.map(async (name) => {
          running[name] = await startProcess(variables[name]);
        }),
      );
    },
    async close() {
      await Promise.all([core, ...Object.values(running)].map((part) => part.end('SIGTERM')));
      await place.close();
    },
  };
}

/** Rides that must have come to a paid end before the books are looked at. */
const fewestRides = 10;

async function completedIn({ taxi }: Awaited<ReturnType<typeof openTaxiBooks>>): Promise<number> {
  const { rows } = await taxi.query<{ count: number }>(
    `select count(*)::int as count from bookings where status = 'COMPLETED'`,
  );
  return rows[0]?.count ?? 0;
}

/** T11, N1: drivers, customers and fares survive kill -9 of taxi and pay at random moments. */
describe.concurrent.each(buses)('SIGKILL of taxi and pay under load, $name', (bus) => {
  test(`${kills} kills: every booking is answered and ends, every ride is paid once, nobody rides twice`, {
    timeout: 400_000,
  }, async ({ expect, onTestFinished }) => {
    const town = await openTown(bus);
    const books = await openTaxiBooks(town.place);
    onTestFinished(async () => {
      await books.close();
      await town.close();
    });
    const customers = await town.people(demoCrowd.members.slice(0, cards.length).map(({ email }) => email));
    const drivers = await town.people(demoCrowd.drivers.slice(0, driversOnDuty).map(({ email }) => email));
    for (const [n, customer] of customers.entries()) {
      await customer.ask(
        'mutation ($input: SavePaymentMethodInput!) { savePaymentMethod(input: $input) { paymentMethod { id } } }',
        { input: { providerToken: cards[n] } },
      );
    }
    for (const [n, driver] of drivers.entries()) await registerDriver(driver, `서울 31 바 200${n}`);

    const crowd = gatherCrowd(customers, drivers);
    onTestFinished(() => crowd.leave());
    for (let killed = 0; killed < kills; ) {
      // Some cards are refused at first, so that rides are ended again.
      await town.tellProvider({ refuse: true, rate: 0.2 });
      const goal = crowd.answers() + 1 + Math.floor(Math.random() * 40);
      await until(() => crowd.answers() >= goal, { timeoutMs: 60_000 });
      const doomed = victims[Math.floor(Math.random() * victims.length)] ?? ['taxi'];
      await town.killAndRestart(doomed);
      killed += doomed.length;
      expect(await faultsInTaxi(books, taxiRulesAtAnyMoment)).toEqual([]);
    }
    // Killing that outran the rides would prove little.
    await until(async () => (await completedIn(books)) >= fewestRides, { timeoutMs: 60_000 });
    crowd.calmDown();
    await town.tellProvider({});

    let faults: readonly string[] = [];
    const settle = async () => {
      faults = await faultsInTaxi(books, taxiRulesAtRest);
      return faults.length === 0;
    };
    await until(settle, { timeoutMs: 90_000 }).catch(() => undefined); // what did not settle is shown below
    expect(faults).toEqual([]);

    const { rows } = await books.taxi.query<{ id: string }>('select id from bookings');
    const booked = new Set(rows.map(({ id }) => id));
    expect([...crowd.told].filter((id) => !booked.has(id))).toEqual([]);
    expect(await blindRules(books, taxiRulesAtRest)).toEqual([]);
  });
});
