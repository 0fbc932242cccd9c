import { demoCrowd, demoMembers, demoPassword } from '@moa/db/demo';
import { createSigner } from '@moa/identity';
import { timeEach } from '../measure/load.ts';
import { type Client, openLine } from './client.ts';
import type { Part, Place } from './place.ts';

/** Customers with a card, and drivers who are registered. */
export type Town = {
  readonly customers: readonly Client[];
  readonly drivers: readonly Client[];
  readonly close: () => Promise<void>;
};

const savePaymentMethod =
  'mutation ($input: SavePaymentMethodInput!) { savePaymentMethod(input: $input) { userErrors { code } } }';
const registerDriver =
  'mutation ($input: RegisterDriverInput!) { registerDriver(input: $input) { userErrors { code } } }';
const signUp =
  'mutation ($input: SignUpInput!) { signUp(input: $input) { session { accessToken member { id } } userErrors { code } } }';
const signIn =
  'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken member { id } } userErrors { code } } }';

type Session = { readonly session: { readonly accessToken: string; readonly member: { readonly id: string } } | null };

/** Operations under way at a time while the town is made. */
const concurrency = 8;
/** Of those that hash a password: more of them at once would take longer than the router waits for. */
const hashing = 2;

/** As anybody sees it: customers sign up, and everybody drives who may, which are the drivers of the demo. */
export async function openPublicTown(place: Pick<Place, 'url'>, customers: number, token: string): Promise<Town> {
  const line = openLine(place.url);
  const nobody = line.clientOf('', { header: async () => '', extensions: async () => undefined }, false);
  const enter = async (query: string, input: object): Promise<Client> => {
    const [payload] = Object.values(await nobody.ask<Record<string, Session>>(query, { input }));
    if (!payload?.session) throw new Error(`Nobody got in: ${JSON.stringify(payload)}`);
    const header = `Bearer ${payload.session.accessToken}`;
    const credentials = { header: async () => header, extensions: async () => undefined };
    return line.clientOf(payload.session.member.id, credentials, true);
  };
  const driving = [...demoCrowd.drivers, ...demoMembers.filter(({ roles }) => roles.some((role) => role === 'DRIVER'))];
  const town = { customers: [] as Client[], drivers: [] as Client[] };
  await timeEach(driving, hashing, async ({ email }) => {
    town.drivers.push(await enter(signIn, { email, password: demoPassword }));
  });
  await timeEach([...Array(customers).keys()], hashing, async (n) => {
    const input = { email: `booker${n}@bench.moa`, password: demoPassword, name: `손님 ${n}`, age: 30 };
    town.customers.push(await enter(signUp, input));
  });
  await timeEach(town.customers, concurrency, (customer) => allow(customer.ask(savePaymentMethod, cardOf(token))));
  await timeEach([...town.drivers.entries()], concurrency, ([n, driver]) =>
    allow(driver.ask(registerDriver, carOf(n))),
  );
  return { ...town, close: line.close };
}

/** At the subgraphs' own doors, where the bench says who asks, as the router does: as many drivers as it likes. */
export async function openTownAtTheDoor(
  place: Place,
  { customers, drivers, token }: { readonly customers: number; readonly drivers: number; readonly token: string },
): Promise<Town> {
  const signer = createSigner(place.routerKey);
  const [taxi, pay] = [openLine(place.doorOf('taxi')), openLine(place.doorOf('pay'))];
  const clientAt = (part: Part, memberId: string, role: 'MEMBER' | 'DRIVER'): Client => {
    const sign = () => signer.sign({ kind: 'member', memberId, roles: ['MEMBER', role] }, part);
    const credentials = {
      header: async () => `Bearer ${await sign()}`,
      extensions: async () => ({ viewer: await sign() }),
    };
    return (part === 'taxi' ? taxi : pay).clientOf(memberId, credentials, false);
  };
  const people = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());
  const riding = people(customers);
  const driving = people(drivers).map((id) => clientAt('taxi', id, 'DRIVER'));
  await timeEach(riding, concurrency, (id) =>
    allow(clientAt('pay', id, 'MEMBER').ask(savePaymentMethod, cardOf(token))),
  );
  await timeEach([...driving.entries()], concurrency, ([n, driver]) => allow(driver.ask(registerDriver, carOf(n))));
  return {
    customers: riding.map((id) => clientAt('taxi', id, 'MEMBER')),
    drivers: driving,
    async close() {
      await Promise.all([taxi.close(), pay.close()]);
    },
  };
}

const cardOf = (providerToken: string) => ({ input: { providerToken } });
const carOf = (n: number) => ({ input: { plate: `서울 33 바 ${1000 + n}`, phone: '010-0000-1234' } });

/** @throws when it was refused */
async function allow(asked: Promise<Record<string, { readonly userErrors: readonly object[] }>>): Promise<void> {
  for (const { userErrors } of Object.values(await asked)) {
    if (userErrors.length > 0) throw new Error(`The town can't be made: ${JSON.stringify(userErrors)}`);
  }
}
