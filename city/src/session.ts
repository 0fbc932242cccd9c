import { setTimeout as wait } from 'node:timers/promises';
import type { Door } from './door.ts';
import { type Answer, type Fault, post } from './http.ts';

/** Somebody who is signed in, for as long as they like. */
export type Session = {
  readonly memberId: string;
  /** An access token that is good for a while yet. */
  readonly token: () => Promise<string>;
  /** The token is not believed any more, whatever time it has left. */
  readonly distrust: () => void;
  /** Renews nothing any more by itself. */
  readonly close: () => void;
};

export type Credentials = { readonly email: string; readonly password: string };

/** Nobody gets in: no graph answers, or it does not know who asks. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';
  /** As the graph says it, or `UNREACHABLE`. */
  readonly code: string;
  constructor(email: string, url: string, fault: Fault | undefined) {
    super(`${email} can't sign in at ${url}: ${fault?.message ?? 'the answer is empty'}`);
    this.code = fault?.code ?? 'UNKNOWN';
  }
}

type Tokens = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: string;
  readonly member: { readonly id: string };
};
type Payload = { readonly session: Tokens | null; readonly userErrors: readonly Fault[] };

const session = 'session { accessToken refreshToken expiresAt member { id } }';
const signInDocument = `mutation ($input: SignInInput!) {
  signIn(input: $input) { ${session} userErrors { code message retryAfterSeconds } }
}`;
const refreshDocument = `mutation ($input: RefreshSessionInput!) {
  refreshSession(input: $input) { ${session} userErrors { code message } }
}`;

/** A token is exchanged for a new one when less than this share of its life is left. */
const margin = 0.2;
const attempts = 5;

/** Signs in as any client does. Who is told to come later comes later. @throws SignInFailed */
export async function signIn(
  url: string,
  { email, password }: Credentials,
  door: Door,
  closing: AbortSignal,
): Promise<Session> {
  let tokens = await enter();
  let renewAt = renewalOf(tokens);
  let renewing: Promise<string> | undefined;
  let clock: NodeJS.Timeout | undefined;
  schedule();

  async function enter(): Promise<Tokens> {
    let last: Fault | undefined;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const input = { email, password };
      const answer = await door(() => post<{ signIn: Payload }>(url, signInDocument, { input }));
      if (answer.data?.signIn.session) return answer.data.signIn.session;
      last = faultIn(answer, answer.data?.signIn);
      if (last?.retryAfterSeconds == null) break;
      await wait(last.retryAfterSeconds * 1000, undefined, { signal: closing });
    }
    throw new SignInFailed(email, url, last);
  }

  /**
   * Where the refresh is refused, or its answer lost, a token that may be used up is not tried again. With a good access token it
   * counts as the member's own, without one as one more from this address.
   */
  async function renew({ refreshToken, accessToken, expiresAt }: Tokens): Promise<string> {
    const token = Date.parse(expiresAt) > Date.now() ? accessToken : undefined;
    const input = { refreshToken };
    const answer = await post<{ refreshSession: Payload }>(url, refreshDocument, { input }, token);
    tokens = answer.data?.refreshSession.session ?? (await enter());
    renewAt = renewalOf(tokens);
    schedule();
    return tokens.accessToken;
  }

  function good(): Promise<string> {
    if (Date.now() < renewAt) return Promise.resolve(tokens.accessToken);
    renewing ??= renew(tokens).finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  /** In time, also for who only listens: a socket that is closed with its token comes back with the next one. */
  function schedule(): void {
    clearTimeout(clock);
    if (!closing.aborted) clock = setTimeout(() => good().catch(() => {}), renewAt - Date.now()); // whoever asks next hears of it
  }

  return {
    memberId: tokens.member.id,
    token: good,
    distrust() {
      renewAt = 0;
    },
    close: () => clearTimeout(clock),
  };
}

const renewalOf = ({ expiresAt }: Tokens): number => {
  const now = Date.now();
  return now + (Date.parse(expiresAt) - now) * (1 - margin);
};

const faultIn = (answer: Answer<unknown>, payload: Payload | undefined): Fault | undefined =>
  payload?.userErrors[0] ?? answer.faults[0];
