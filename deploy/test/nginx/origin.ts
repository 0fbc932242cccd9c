import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** A server in the routers' place that has a page with its file, and notes what it was told. */
export type Origin = {
  readonly address: string;
  readonly requests: readonly { readonly url: string; readonly headers: IncomingHttpHeaders }[];
  close(): Promise<void>;
};

const page = { text: '<script src="/app/page.1a2b.js"></script>'.padEnd(2_000), etag: '"page-1"' };
const script = { text: '// page'.padEnd(2_000), etag: '"page.1a2b.js"' };

export async function openOrigin(): Promise<Origin> {
  const requests: { url: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer(({ url = '', headers }, response) => {
    requests.push({ url, headers });
    const knows = (etag: string) => headers['if-none-match']?.replace('W/', '') === etag;
    if (url === '/app') {
      response.setHeader('cache-control', 'no-cache').setHeader('etag', page.etag);
      if (knows(page.etag)) return response.writeHead(304).end();
      return response.setHeader('content-type', 'text/html').end(page.text);
    }
    response.setHeader('cache-control', 'public, max-age=31536000, immutable').setHeader('etag', script.etag);
    response.setHeader('content-type', 'text/javascript').setHeader('vary', 'origin, accept-encoding');
    if (!headers['accept-encoding']?.includes('gzip')) return response.end(script.text);
    return response.setHeader('content-encoding', 'gzip').end(gzipSync(script.text));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has such an address
  return {
    address: `127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
