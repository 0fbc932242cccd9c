import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes notifications, and answers each with the status that it was told. */
export async function openWebhook() {
  let status = 200;
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // a TCP server that listens has such an address
  return {
    url: `http://127.0.0.1:${port}/`,
    answers: (next: number) => {
      status = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
