import { migrate } from '@moa/database';
import { anonymous, type Viewer } from '@moa/identity';
import { serveSubgraph } from '@moa/subgraph/testing';
import { createLogger } from '@moa/telemetry';
import { buses, freshDatabase } from '@moa/testing';
import { decodeJwt } from 'jose';
import { type AccountConfig, database, openAccount } from '../src/index.ts';

export const logger = createLogger('account', 'silent');
export const terms = { issuer: 'https://moa.test', audience: 'moa', accessTokenMinutes: 15 };

export const freshAccountDatabase = () => freshDatabase({ name: 'account', migrate: (url) => migrate(url, database) });

const answer = (member: string) =>
  `{ session { accessToken refreshToken expiresAt member { ${member} } } userErrors { field code message } }`;
const signUpDocument = `mutation ($input: SignUpInput!) { signUp(input: $input) ${answer('id name email age roles createdAt')} }`;
const signInDocument = `mutation ($input: SignInInput!) { signIn(input: $input) ${answer('id name email')} }`;
const refreshDocument = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) ${answer('id name email')} }`;
const signOutDocument = `mutation ($input: SignOutInput!) { signOut(input: $input) { signedOut userErrors { field code } } }`;
const updateDocument = `mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) {
  member { id name age language } userErrors { field code } } }`;
const deleteDocument = `mutation ($input: DeleteAccountInput!) { deleteAccount(input: $input) {
  deleted userErrors { field code } } }`;

export type Session = {
  accessToken: string;
  refreshToken: string;
  expiresAt: string;
  member: { id: string; name: string; email: string | null; age: number | null; roles: string[] | null };
};
type UserErrors = { userErrors: { field: string[] | null; code: string }[] };
export type SessionPayload = { session: Session | null } & UserErrors;
type SignOutPayload = { signedOut: boolean } & UserErrors;
type UpdatePayload = { member: { id: string; name: string; age: number; language: string } | null } & UserErrors;
type DeletePayload = { deleted: boolean } & UserErrors;
export type RevokedPage = { revoked: { sid: string; until: string }[]; next: string };

/** A person who can join, in words that can be changed one by one. */
export const newcomer = { email: 'minji@example.com', password: 'correct horse', name: '민지', age: 31 };

/** Account on a port of its own, asked as the router asks it. */
export async function runAccount(databaseUrl: string, clock = () => new Date(), config: Partial<AccountConfig> = {}) {
  const [bus] = buses; // what travels on it is the outbox's business, so one kind is enough
  if (!bus) throw new Error('There is no bus to open account with.');
  const { url, close, ask } = await serveSubgraph(
    bus,
    (ground) => openAccount({ databaseUrl, ...terms, ...config }, { ...ground, clock }),
    ({ routes }) => ({ routes }),
  );
  /** The data of an answer that must have no error. */
  const dataOf = async <Data>(viewer: Viewer, query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await ask<Data>(viewer, query, variables);
    if (errors || !data) throw new Error(`An error came instead of data: ${JSON.stringify(errors)}`);
    return data;
  };

  /** The payload of a mutation, `document` being named after what it asks for. */
  const change =
    <Payload>(field: string, document: string) =>
    async (viewer: Viewer, input: object): Promise<Payload> => {
      const data = await dataOf<Record<string, Payload>>(viewer, document, { input });
      const payload = data[field];
      if (!payload) throw new Error(`There is no ${field} in the answer.`);
      return payload;
    };
  const signUp = change<SessionPayload>('signUp', signUpDocument);
  const signIn = change<SessionPayload>('signIn', signInDocument);
  const refresh = change<SessionPayload>('refreshSession', refreshDocument);

  return {
    url,
    close,
    ask,
    dataOf,
    keySet: () => fetch(new URL('/.well-known/jwks.json', url)),
    signUp: (input: object) => signUp(anonymous, { ...newcomer, ...input }),
    signIn: ({ email, password }: { email: string; password: string }) => signIn(anonymous, { email, password }),
    refresh: ({ refreshToken }: { refreshToken: string }) => refresh(anonymous, { refreshToken }),
    signOut: change<SignOutPayload>('signOut', signOutDocument),
    updateAccount: change<UpdatePayload>('updateAccount', updateDocument),
    deleteAccount: change<DeletePayload>('deleteAccount', deleteDocument),
    /** A page of the revoked sessions. */
    revoked: async (after?: string): Promise<RevokedPage> => {
      const address = new URL('/.well-known/revoked-sessions', url);
      if (after !== undefined) address.searchParams.set('after', after);
      // Its shape is what the tests that use it show.
      return (await (await fetch(address)).json()) as RevokedPage;
    },
  };
}

/** Who asks with this session, as the router would say it. */
export const viewerIn = ({ member }: Session): Viewer => ({ kind: 'member', memberId: member.id, roles: ['MEMBER'] });

/** The session's id, as the access token says it. */
export const sidIn = ({ accessToken }: Session): string => String(decodeJwt(accessToken).sid);

/** The codes of the refusals. */
export const codesIn = ({ userErrors }: UserErrors): string[] => userErrors.map(({ code }) => code);

/** The session that must have come of it. */
export function sessionIn({ session, userErrors }: SessionPayload): Session {
  if (!session) throw new Error(`There is no session: ${JSON.stringify(userErrors)}`);
  return session;
}
