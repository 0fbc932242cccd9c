import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';
import { errorCatalogue } from '../../src/index.ts';

/** What came back over HTTP. */
export type Seen = { readonly status: number; readonly text: string };

/** A router in a process of its own, so that it could really fall. */
export class Victim {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  static async open(): Promise<Victim> {
    const child = fork(new URL('./victim-process.ts', import.meta.url), { execArgv: ['--expose-gc'] });
    const { url } = await messageOf<{ url: string }>(child);
    return new Victim(child, url);
  }

  get graphql(): string {
    return `${this.url}/graphql`;
  }

  /** Resident memory after a garbage collection, in bytes. */
  async memory(): Promise<number> {
    const told = messageOf<{ bytes: number }>(this.#child);
    this.#child.send('memory');
    const { bytes } = await told;
    return bytes;
  }

  async send(body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Seen> {
    const response = await fetch(this.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : Buffer.from(body),
    });
    return { status: response.status, text: await response.text() };
  }

  ask(query: string, variables: unknown = {}): Promise<Seen> {
    return this.send(JSON.stringify({ query, variables }));
  }

  /** It answers, and as if nothing had happened. */
  async expectAlive(): Promise<void> {
    expect((await fetch(`${this.url}/livez`)).status).toBe(200);
    expect(await this.ask('{ latestReview { id } }')).toEqual({
      status: 200,
      text: '{"data":{"latestReview":{"id":"0"}}}\n',
    });
    expect(this.#child.exitCode).toBeNull();
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.#child.disconnect();
    await once(this.#child, 'exit');
  }
}

/** What victim-process.ts says next. */
async function messageOf<Message>(child: ChildProcess): Promise<Message> {
  const fallen = once(child, 'exit').then(([code]) => {
    throw new Error(`The router that is attacked has ended with ${code}.`);
  });
  const [message] = await Promise.race([once(child, 'message'), fallen]);
  return message;
}

/** The codes of an answer; a text that is no answer of GraphQL fails the test. */
export function codesIn({ text }: Seen): readonly string[] {
  const { errors = [] }: { errors?: { extensions?: { code?: string } }[] } = JSON.parse(text);
  return errors.map(({ extensions }) => extensions?.code ?? 'none');
}

/** Answered or refused, and where it is refused, with a code of the catalogue that is not ours to blame for. */
export function expectCivil(seen: Seen, attack: unknown): void {
  const codes = codesIn(seen);
  const civil = (code: string): boolean => Object.hasOwn(errorCatalogue, code) && code !== 'INTERNAL_SERVER_ERROR';
  const refused = seen.status >= 400 && seen.status < 500 && codes.length > 0;
  const fine = (seen.status === 200 || refused) && codes.every(civil);
  if (!fine) expect({ attack, ...seen }).toBe('answered or refused');
}

/** Refused with a 4xx and codes of the catalogue. */
export function expectRefused(seen: Seen, attack: unknown): void {
  expectCivil(seen, attack);
  expect({ attack, status: seen.status }).toEqual({
    attack,
    status: expect.toSatisfy((status: number) => status >= 400),
  });
}
