import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes spans and forgets them, in a process of its own: what that costs is no figure of ours. Tells its address to who started it. */
const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // a TCP server that listens has such an address
  process.send?.(`http://127.0.0.1:${port}`);
});
process.once('disconnect', () => process.exit(0));
