import { demoCrowd, demoPassword } from '@moa/db/demo';
import { timeEach } from '../measure/load.ts';
import { openLine } from '../taxi/client.ts';
import { type Answer, beginShift, endRide, startRide } from '../taxi/drivers.ts';
import { type Client, openClients } from './client.ts';
import { savePaymentMethod, signIn, signUp, stations } from './documents.ts';

/** Whoever uses Moa while it is under load. All of them are signed in before anything is measured. */
export type Town = {
  readonly members: readonly Member[];
  /** Somebody who has not signed in. */
  readonly nobody: Client;
  readonly stationIds: readonly string[];
  readonly close: () => Promise<void>;
};

export type Member = { readonly email: string; readonly client: Client; readonly paymentMethodId: string };

/** Hashing so many passwords at once would take longer than the router waits for. */
const concurrency = 2;

/** How many there are: members, drivers of the demo, and connections, which are as many as people are there at once. */
export type Crowd = { readonly members: number; readonly drivers: number; readonly people: number };

/** They sign up through the public graph, and the drivers begin their shift. */
export async function openTown(url: string, crowd: Crowd): Promise<Town> {
  await using opened = new AsyncDisposableStack();
  const clients = openClients(url, crowd.people);
  opened.defer(clients.close);
  const nobody = clients.clientOf();
  const mark = crypto.randomUUID().slice(0, 8);
  const members: Member[] = [];
  await timeEach([...Array(crowd.members).keys()], concurrency, async (n) => {
    const input = { email: `load-${mark}-${n}@bench.moa`, password: demoPassword, name: `손님 ${n}`, age: 30 };
    const { signUp: entered } = await nobody.ask<{ signUp: Entered }>(signUp, { input });
    const client = clients.clientOf(tokenOf(entered));
    const card = { providerToken: 'tok_ok' };
    const saved = await client.ask<{ savePaymentMethod: Saved }>(savePaymentMethod, { input: card });
    const { paymentMethod } = saved.savePaymentMethod;
    if (!paymentMethod) throw new Error(`No payment method was saved: ${JSON.stringify(saved)}`);
    members.push({ email: input.email, client, paymentMethodId: paymentMethod.id });
  });
  opened.defer(await openTaxis(url, nobody, crowd.drivers));
  const stationIds = await readStations(nobody);
  const stack = opened.move();
  return { members, nobody, stationIds, close: () => stack.disposeAsync() };
}

type Entered = { readonly session: { readonly accessToken: string; readonly member?: { readonly id: string } } | null };
type Saved = { readonly paymentMethod: { readonly id: string } | null };

function tokenOf(entered: Entered): string {
  if (entered.session) return entered.session.accessToken;
  throw new Error(`Nobody got in: ${JSON.stringify(entered)}`);
}

const registerDriver =
  'mutation ($input: RegisterDriverInput!) { registerDriver(input: $input) { userErrors { code } } }';

/** The drivers of the demo take every ride, drive it at once and end it paid. Gives what ends their shift. */
async function openTaxis(url: string, nobody: Client, count: number): Promise<() => Promise<void>> {
  const line = openLine(url);
  const drivers: ReturnType<typeof line.clientOf>[] = [];
  await timeEach([...demoCrowd.drivers.slice(0, count).entries()], concurrency, async ([n, { email }]) => {
    const input = { email, password: demoPassword };
    const { signIn: entered } = await nobody.ask<{ signIn: Entered }>(signIn, { input });
    const header = `Bearer ${tokenOf(entered)}`;
    const credentials = { header: async () => header, extensions: async () => undefined };
    const driver = line.clientOf(entered.session?.member?.id ?? '', credentials, true);
    await driver.ask(registerDriver, { input: { plate: `서울 33 바 ${2_000 + n}`, phone: '010-0000-1234' } });
    drivers.push(driver);
  });
  const drive = async (driver: (typeof drivers)[number], bookingId: string): Promise<void> => {
    await driver.ask(startRide, { input: { bookingId } });
    for (let tries = 0; tries < mostTries; tries += 1) {
      const { endRide: end } = await driver.ask<{ endRide: Answer }>(endRide, { input: { bookingId } });
      if (end.booking?.status === 'COMPLETED') return;
    }
  };
  const shift = await beginShift(drivers, {
    mood: () => 'accept',
    // Who waits for the end of the ride hears of it, or not.
    taken: (driver, bookingId) => void again(() => drive(driver, bookingId)).catch(() => {}),
  });
  return async () => {
    await shift.end();
    await line.close();
  };
}

const mostTries = 20;

/** A driver whose answer is lost, or who is turned away, tries again: no mutation of taxi's counts twice. */
async function again(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (cause) {
      if (tries === mostTries) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

async function readStations({ ask }: Client): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Stations = await ask<Stations>(stations, { after });
    ids.push(...page.stations.nodes.map(({ id }) => id));
    if (!page.stations.pageInfo.hasNextPage) return ids;
    after = page.stations.pageInfo.endCursor;
  }
}

type Stations = {
  readonly stations: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};
