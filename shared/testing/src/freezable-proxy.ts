import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The way to a server through a port that can freeze. */
export type FreezableProxy = {
  /** The server's URL, by way of the proxy. */
  url: string;
  /** From now on nothing passes, and connections stay open, as when a machine hangs or a cable is cut. */
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
};

/** Stands between a test and the server at `serverUrl`. */
export async function openFreezableProxy(serverUrl: string): Promise<FreezableProxy> {
  const { hostname, port } = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let frozen = false;
  const join = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.pipe(to);
    from.on('error', () => to.destroy());
    from.on('close', () => sockets.delete(from));
    if (frozen) from.pause();
  };
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    join(client, upstream);
    join(upstream, client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The operating system gave no TCP port.');
  return {
    url: Object.assign(new URL(serverUrl), { host: `127.0.0.1:${address.port}` }).href,
    freeze: () => {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw: () => {
      frozen = false;
      for (const socket of sockets) socket.resume();
    },
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
