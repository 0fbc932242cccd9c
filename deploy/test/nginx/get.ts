import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import type { Ground } from './ground.ts';

export type Got = { readonly status: number | undefined; readonly headers: IncomingHttpHeaders; readonly body: string };

type Asked = {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON by POST. */
  readonly json?: unknown;
};

/** Asks over HTTP/1.1 from another address of this machine, with just these headers, and takes the answer as it comes. */
export async function get({ ca, settings }: Ground, { path, headers = {}, json }: Asked): Promise<Got> {
  const asked = request({
    host: '127.0.0.1',
    port: settings.httpsPort,
    localAddress: '127.0.0.2',
    ca,
    servername: 'moa.example',
    path,
    method: json === undefined ? 'GET' : 'POST',
    agent: false,
    headers: { host: 'moa.example', ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
  });
  asked.end(json === undefined ? undefined : JSON.stringify(json));
  const [response] = await once(asked, 'response');
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}
