import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Logger } from '../logger.ts';

type EndpointOptions = {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host: string;
  readonly logger: Logger;
  /** Looks up what is told, before each time. */
  readonly collect?: () => Promise<void>;
};

export type Endpoint = { readonly url: string; close(): Promise<void> };

/**
 * Serves `GET /metrics` on a port of its own. Names of operations, traffic and memory are no business of the public: what stands
 * on a port for clients is one forgotten rule of a proxy away from it.
 */
export async function openEndpoint(registry: Registry, options: EndpointOptions): Promise<Endpoint> {
  const { port, host, logger, collect } = options;
  const server = createServer(async (request, response) => {
    if (request.url?.split('?')[0] !== '/metrics') return response.writeHead(404).end();
    if (request.method !== 'GET') return response.writeHead(405, { allow: 'GET' }).end();
    try {
      await collect?.();
      const text = await registry.metrics();
      return response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text);
    } catch (error) {
      logger.error({ err: error }, 'Metrics could not be read');
      return response.writeHead(500).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, resolve);
  });
  const address = server.address() as AddressInfo; // a TCP server that listens has such an address
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${address.port}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
