import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { anonymous } from '@moa/identity';
import { serveSubgraph } from '@moa/subgraph/testing';
import { buses } from '@moa/testing';
import { Events, type MutableResponse, type MutableToken, OAuth2Issuer, OAuth2Service } from 'oauth2-mock-server';
import { pino } from 'pino';
import { openAccount } from '../src/index.ts';
import { terms } from './running-account.ts';

export const redirectUri = 'https://moa.example/signed-in';
export const google = { clientId: 'moa-at-google', clientSecret: 'secret-of-moa-at-google' };
export const naver = { clientId: 'moa-at-naver', clientSecret: 'secret-of-moa-at-naver' };

type Claims = Readonly<Record<string, unknown>>;

/** A provider over real HTTP. Who is signed in there, and what goes wrong there, can be changed at any time. */
export async function runProvider() {
  const issuer = new OAuth2Issuer();
  const service = new OAuth2Service(issuer);
  await issuer.keys.generate('RS256');
  const tokenRequests: Readonly<Record<string, string>>[] = [];
  const provider = {
    /** What the provider says of the person at its screen. */
    claims: {} as Claims,
    /** Path → what answers there instead of the provider. */
    instead: new Map<string, RequestListener>(),
    /** Changes the answer of the token endpoint, and of discovery. */
    answer: (_response: MutableResponse): void => undefined,
    discovery: (_response: MutableResponse): void => undefined,
    tokenRequests,
    issuer,
  };
  service.on(Events.BeforeTokenSigning, ({ payload }: MutableToken) => Object.assign(payload, provider.claims));
  service.on(
    Events.BeforeResponse,
    (response: MutableResponse, request: IncomingMessage & { body: Record<string, string> }) => {
      tokenRequests.push({ ...request.body });
      provider.answer(response);
    },
  );
  service.on(Events.BeforeWellKnownOpenIdConfiguration, (response: MutableResponse) => provider.discovery(response));

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://provider');
    (provider.instead.get(pathname) ?? service.requestHandler)(request, response);
  });
  const port = await listen(server);
  issuer.url = `http://127.0.0.1:${port}`;
  return Object.assign(provider, {
    url: issuer.url,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    /** Back to a provider that does as it should, with this person at its screen. */
    reset(claims: Claims) {
      provider.claims = claims;
      provider.instead.clear();
      provider.answer = () => undefined;
      provider.discovery = () => undefined;
      tokenRequests.length = 0;
    },
  });
}
export type RunningProvider = Awaited<ReturnType<typeof runProvider>>;

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    // A server that listens on a port has an address of this kind.
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

type UserErrors = { field: string[] | null; code: string; message: string }[];
type Member = { id: string; name: string; email: string | null; age: number | null; roles: string[] | null };
export type Finished = { session: { accessToken: string; member: Member } | null; userErrors: UserErrors };
export type Started = { authorizationUrl: string | null; userErrors: UserErrors };

const startDocument = `mutation ($input: StartProviderSignInInput!) { startProviderSignIn(input: $input) {
  authorizationUrl userErrors { field code message } } }`;
const finishDocument = `mutation ($input: FinishProviderSignInInput!) { finishProviderSignIn(input: $input) {
  session { accessToken member { id name email age roles } } userErrors { field code message } } }`;

/** Account with these providers, and all that it writes into its log. */
export async function runAccountWith(
  databaseUrl: string,
  providers: Parameters<typeof openAccount>[0]['providers'],
  clock = () => new Date(),
) {
  const [bus] = buses; // which one makes no difference here
  if (!bus) throw new Error('There is no bus to open account with.');
  const log: string[] = [];
  const sink = new Writable({ write: (line, _encoding, next) => next(void log.push(String(line))) });
  const logger = pino({ level: 'trace' }, sink);
  const { url, close, ask } = await serveSubgraph(
    bus,
    (ground) => openAccount({ databaseUrl, ...terms, providers }, { ...ground, logger, clock }),
    ({ routes }) => ({ routes, logger }),
  );
  const dataOf = async <Data>(query: string, variables: Record<string, unknown>) => {
    const { data, errors } = await ask<Data>(anonymous, query, variables);
    if (errors || !data) throw new Error(`An error came instead of data: ${JSON.stringify(errors)}`);
    return data;
  };
  const start = async (provider: 'GOOGLE' | 'NAVER', uri = redirectUri) =>
    (await dataOf<{ startProviderSignIn: Started }>(startDocument, { input: { provider, redirectUri: uri } }))
      .startProviderSignIn;
  const finish = async (input: { state: string; code: string }) =>
    (await dataOf<{ finishProviderSignIn: Finished }>(finishDocument, { input })).finishProviderSignIn;
  return {
    url,
    close,
    log,
    dataOf,
    start,
    finish,
    /** As far as the browser's return. */
    visit: async (provider: 'GOOGLE' | 'NAVER') => returnFrom(addressIn(await start(provider))),
    /** From the beginning to the end. */
    signIn: async (provider: 'GOOGLE' | 'NAVER') => finish(await returnFrom(addressIn(await start(provider)))),
  };
}

export function addressIn({ authorizationUrl, userErrors }: Started): string {
  if (!authorizationUrl) throw new Error(`There is no address: ${JSON.stringify(userErrors)}`);
  return authorizationUrl;
}

export function memberIn({ session, userErrors }: Finished): Member {
  if (!session) throw new Error(`There is no session: ${JSON.stringify(userErrors)}`);
  return session.member;
}

/** What a browser brings back from the provider. */
export async function returnFrom(authorizationUrl: string): Promise<{ state: string; code: string }> {
  const response = await fetch(authorizationUrl, { redirect: 'manual' });
  const back = new URL(response.headers.get('location') ?? '');
  if (back.origin + back.pathname !== redirectUri) throw new Error(`The browser was sent to ${back.href}.`);
  return { state: back.searchParams.get('state') ?? '', code: back.searchParams.get('code') ?? '' };
}

/** Naver as its documents show it: no ID token, the seconds as text, the person by an API of its own. */
export function likeNaver(provider: RunningProvider, profile: Claims): void {
  provider.reset({});
  provider.answer = (response) => {
    if (response.body === '') return;
    delete response.body.id_token;
    response.body.expires_in = '3600';
  };
  provider.instead.set('/v1/nid/me', (request, response) => {
    const known = request.headers.authorization?.startsWith('Bearer ');
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json;charset=utf-8' });
    response.end(JSON.stringify({ resultcode: '00', message: 'success', response: profile }));
  });
}

export const naverAt = (provider: RunningProvider) => ({
  ...naver,
  endpoints: {
    authorization: `${provider.url}/authorize`,
    token: `${provider.url}/token`,
    profile: `${provider.url}/v1/nid/me`,
  },
});
