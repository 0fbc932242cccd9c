import { migrate } from '@moa/database';
import { anonymous, type Viewer } from '@moa/identity';
import { serveSubgraph } from '@moa/subgraph/testing';
import { createLogger } from '@moa/telemetry';
import { buses, freshDatabase } from '@moa/testing';
import { database, openAccount } from '../src/index.ts';

export const logger = createLogger('account', 'silent');
export const terms = { issuer: 'https://moa.test', audience: 'moa', accessTokenMinutes: 15 };

export const freshAccountDatabase = () => freshDatabase({ name: 'account', migrate: (url) => migrate(url, database) });

const signUpDocument = `mutation ($input: SignUpInput!) { signUp(input: $input) {
  session { accessToken expiresAt member { id name email age roles createdAt } } userErrors { field code message } } }`;
const signInDocument = `mutation ($input: SignInInput!) { signIn(input: $input) {
  session { accessToken expiresAt member { id name email } } userErrors { field code message } } }`;

export type Session = {
  accessToken: string;
  expiresAt: string;
  member: { id: string; name: string; email: string | null; age: number | null; roles: string[] | null };
};
type SessionPayload = { session: Session | null; userErrors: { field: string[] | null; code: string }[] };

/** A person who can join, in words that can be changed one by one. */
export const newcomer = { email: 'minji@example.com', password: 'correct horse', name: '민지', age: 31 };

/** Account on a port of its own, asked as the router asks it. */
export async function runAccount(databaseUrl: string, clock = () => new Date()) {
  const [bus] = buses; // it neither tells nor hears anything, so one kind is enough
  if (!bus) throw new Error('There is no bus to open account with.');
  const { url, close, ask } = await serveSubgraph(
    bus,
    (ground) => openAccount({ databaseUrl, ...terms }, { ...ground, clock }),
    ({ routes }) => ({ routes }),
  );
  /** The data of an answer that must have no error. */
  const dataOf = async <Data>(viewer: Viewer, query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await ask<Data>(viewer, query, variables);
    if (errors || !data) throw new Error(`An error came instead of data: ${JSON.stringify(errors)}`);
    return data;
  };

  return {
    url,
    close,
    ask,
    dataOf,
    keySet: () => fetch(new URL('/.well-known/jwks.json', url)),
    signUp: async (input: object) =>
      (await dataOf<{ signUp: SessionPayload }>(anonymous, signUpDocument, { input: { ...newcomer, ...input } }))
        .signUp,
    signIn: async ({ email, password }: { email: string; password: string }) =>
      (await dataOf<{ signIn: SessionPayload }>(anonymous, signInDocument, { input: { email, password } })).signIn,
  };
}

/** The session that must have come of it. */
export function sessionIn({ session, userErrors }: SessionPayload): Session {
  if (!session) throw new Error(`There is no session: ${JSON.stringify(userErrors)}`);
  return session;
}
