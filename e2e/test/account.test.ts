import { buses, post, SocketClosed, type Subscription, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paymentMethodOf, placeOrder } from '../src/food.ts';
import { demoEmails, type Person, personOf, signIn } from '../src/person.ts';
import { openPlace, type Place } from '../src/place.ts';
import { type MoaProcess, startProcess } from '../src/process.ts';

type Session = { accessToken: string; refreshToken: string; member: { id: string } };
type Refused = { code: string; retryAfterSeconds?: number | null }[];

const sessionFields = 'session { accessToken refreshToken member { id } } userErrors { code }';
const password = 'correct-horse-9';
/** Room for what all of these tests ask as nobody, from one address. */
const mutationsPerMinute = 60;

describe.each(buses)('accounts through the router, $name', (bus) => {
  let place: Place;
  let moa: MoaProcess;
  let joined = 0;

  beforeAll(async () => {
    place = await openPlace(bus);
    moa = await startProcess({ ...place.variables, MUTATIONS_PER_MINUTE: String(mutationsPerMinute) });
  });
  afterAll(async () => {
    await moa?.end('SIGTERM');
    await place?.close();
  });

  /** Asks as nobody, unless a token is given. */
  const change = async <Payload>(field: string, input: object, selection: string, token?: string): Promise<Payload> => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
    const { data, errors } = await post<Record<string, Payload>>(place.url, {
      query: `mutation ($input: ${type}) { ${field}(input: $input) { ${selection} } }`,
      variables: { input },
      ...(token && { token }),
    });
    const payload = data?.[field];
    if (!payload) throw new Error(`${field} answered ${JSON.stringify(errors)}`);
    return payload;
  };
  const refresh = (refreshToken: string) =>
    change<{ session: Session | null; userErrors: Refused }>('refreshSession', { refreshToken }, sessionFields);
  const join = async (): Promise<{ email: string; session: Session; person: Person }> => {
    joined += 1;
    const email = `member-${joined}@example.com`;
    const input = { email, password, name: '새 회원', age: 30 };
    const { session } = await change<{ session: Session | null }>('signUp', input, sessionFields);
    if (!session) throw new Error('Nobody joined.');
    return { email, session, person: personOf(place.url, session.accessToken, session.member.id) };
  };
  const whoAmI = (token: string) => post<{ me: { id: string } | null }>(place.url, { query: '{ me { id } }', token });

  /** A subscription of the member's that is on, to something that won't change by itself. */
  const watching = (person: Person): Subscription<object> =>
    person.watch(`subscription { deliveryChanged(orderId: "${crypto.randomUUID()}") { id } }`);
  const closeCode = async (live: Subscription<object>): Promise<number> => {
    const event = live.next().catch((error: unknown) => error);
    const { code } = await live.closed;
    expect(await event).toBeInstanceOf(SocketClosed);
    return code;
  };

  test('A3: a refresh token works once; one that comes again ends the session, its access token too', async () => {
    const { session } = await join();
    const next = await refresh(session.refreshToken);
    expect(next.session?.member.id).toBe(session.member.id);
    expect((await whoAmI(next.session?.accessToken ?? '')).data?.me?.id).toBe(session.member.id);

    expect((await refresh(session.refreshToken)).userErrors).toMatchObject([{ code: 'SESSION_ENDED' }]);
    expect((await refresh(next.session?.refreshToken ?? '')).userErrors).toMatchObject([{ code: 'SESSION_ENDED' }]);
    const refused = await until(async () => {
      const answer = await whoAmI(next.session?.accessToken ?? '');
      return answer.status === 401 && answer;
    });
    expect(refused.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  test('A3: signing out ends the live subscription with 4403, and a new session goes on', async () => {
    const { email, session, person } = await join();
    const live = watching(person);
    const closed = closeCode(live);
    expect((await whoAmI(session.accessToken)).status).toBe(200);
    await change('signOut', { refreshToken: session.refreshToken }, 'signedOut');
    expect(await closed).toBe(4403);

    const again = await change<{ session: Session }>('signIn', { email, password }, sessionFields);
    expect((await whoAmI(again.session.accessToken)).data?.me?.id).toBe(session.member.id);
  });

  test('A3: signing out everywhere ends the other sessions too', async () => {
    const { email, session } = await join();
    const other = await change<{ session: Session }>('signIn', { email, password }, sessionFields);
    await change('signOut', { everywhere: true }, 'signedOut', session.accessToken);
    for (const { refreshToken } of [session, other.session]) {
      expect((await refresh(refreshToken)).userErrors).toMatchObject([{ code: 'SESSION_ENDED' }]);
    }
    await until(async () => (await whoAmI(other.session.accessToken)).status === 401);
  });

  test('A1: the sixth guess is refused with the time to wait, and an unknown address gets the very same answers', async () => {
    const { email } = await join();
    const guesses = async (address: string) => {
      const answers: string[] = [];
      for (let n = 0; n < 6; n += 1) {
        const { userErrors } = await change<{ userErrors: Refused }>(
          'signIn',
          { email: address, password: 'wrong-guess' },
          'userErrors { code retryAfterSeconds }',
        );
        const [error] = userErrors;
        answers.push(error?.code ?? 'none');
        if (n === 5) expect(error?.retryAfterSeconds).toBeGreaterThan(0);
      }
      return answers;
    };
    const known = await guesses(email);
    expect(known).toEqual([...Array(5).fill('CREDENTIALS_INVALID'), 'TOO_MANY_ATTEMPTS']);
    expect(await guesses('nobody-at-all@example.com')).toEqual(known);
  });

  test('a member may run so many mutations a minute; aliases count as many, and the answer says when to go on', async () => {
    const customer = await signIn(place.url, demoEmails('MEMBER')[0] ?? '');
    const input = `{ providerToken: "tok_ok" }`;
    const ten = Array.from(
      { length: 10 },
      (_, n) => `m${n}: savePaymentMethod(input: ${input}) { userErrors { code } }`,
    );
    const answers = [];
    for (let n = 0; n < 7; n += 1) answers.push(await customer.ask(`mutation { ${ten.join(' ')} }`));
    expect(answers.map(({ status }) => status)).toEqual([...Array(6).fill(200), 429]);
    expect(answers.at(-1)?.errors?.[0]?.extensions).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      retryAfterSeconds: expect.any(Number),
    });
    // Another member is not held up by it, and reading goes on.
    expect((await customer.ask('{ me { id } }')).status).toBe(200);
    const neighbour = await signIn(place.url, demoEmails('MEMBER')[1] ?? '');
    const placed = await placeOrder(neighbour, { paymentMethodId: paymentMethodOf(neighbour) });
    expect(placed.order?.status).toBe('ORDERED');
  });

  test.each(['', 'x', 'x'.repeat(100_000)])('a password of %s characters is refused in words', async (text) => {
    const answer = await post<{ signUp: { userErrors: Refused } }>(place.url, {
      query: `mutation ($input: SignUpInput!) { signUp(input: $input) { userErrors { code } } }`,
      variables: { input: { email: 'odd@example.com', password: text, name: 'odd', age: 30 } },
    });
    const code = answer.data?.signUp.userErrors[0]?.code ?? answer.errors?.[0]?.extensions?.code;
    expect(['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG']).toContain(code);
  });
});
