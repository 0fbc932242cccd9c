import { demoMembers, demoPassword } from '@moa/db/demo';
import { type Answer, post, type Subscription, subscribe } from '@moa/testing';

/** Somebody who is signed in and uses the graph as any client does. */
export type Person = {
  readonly id: string;
  readonly token: string;
  /** `headers` are those that the request is to have besides. */
  ask<Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<Data>>;
  watch<Data = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Subscription<Data>;
};

type SignIn = { signIn: { session: { accessToken: string; member: { id: string } } | null } };

/** Signs a demo member in through the router. `signal` gives up on it. */
export async function signIn(url: string, email: string, signal?: AbortSignal): Promise<Person> {
  const { data, errors } = await post<SignIn>(url, {
    query: `mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken member { id } } userErrors { code } } }`,
    variables: { input: { email, password: demoPassword } },
    ...(signal && { signal }),
  });
  const session = data?.signIn.session;
  if (!session) throw new Error(`${email} could not sign in: ${JSON.stringify({ data, errors })}`);
  return personOf(url, session.accessToken, session.member.id);
}

export const personOf = (url: string, token: string, id: string): Person => ({
  id,
  token,
  ask: (query, variables = {}, headers = {}) => post(url, { query, variables, token, headers }),
  watch: (query, variables = {}) => subscribe(url, { query, variables, token }),
});

/** Who has not signed in. */
export const anybody = (url: string): Person => ({
  id: '',
  token: '',
  ask: (query, variables = {}, headers = {}) => post(url, { query, variables, headers }),
  watch: (query, variables = {}) => subscribe(url, { query, variables }),
});

type DemoRole = (typeof demoMembers)[number]['roles'][number];

/** The e-mails of the demo members who have the role and none beyond MEMBER besides. */
export const demoEmails = (role: DemoRole): readonly string[] =>
  demoMembers
    .filter(({ roles }) => (role === 'MEMBER' ? roles.length === 1 : roles.some((held) => held === role)))
    .map(({ email }) => email);
