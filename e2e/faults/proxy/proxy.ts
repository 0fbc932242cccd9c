import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { carry, Weather } from './lane.ts';
import { cutsConnections, type ProxyMode } from './mode.ts';

/** A way to a server that can be made bad, and good again. */
export type FaultyProxy = {
  /** Where it listens on 127.0.0.1. It stays the same, also after a while of refusing. */
  readonly port: number;
  readonly mode: () => ProxyMode;
  /** Changes the way for the connections that stand already, too. */
  readonly set: (mode: ProxyMode) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A client and its way on. TCP never goes on after a gap: what lost a piece only waits to be cut. */
type Pair = { readonly client: Socket; readonly upstream: Socket; hasGap: boolean };

/** `port`: where to listen, any free one when left out. `target`: the server's port. Both on this machine. */
export async function openFaultyProxy({
  port = 0,
  target,
}: {
  readonly port?: number;
  readonly target: number;
}): Promise<FaultyProxy> {
  const weather = new Weather();
  const pairs = new Set<Pair>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    client.on('error', () => {}); // its lane hears of it
    if (cutsConnections(weather.mode)) return void client.resetAndDestroy();
    const upstream = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    upstream.on('error', () => {});
    const pair: Pair = { client, upstream, hasGap: false };
    pairs.add(pair);
    void join(pair, weather).finally(() => pairs.delete(pair));
  });
  const own = await listen(server, port);

  const cut = (isDoomed: (pair: Pair) => boolean): void => {
    for (const pair of pairs) {
      if (!isDoomed(pair)) continue;
      hangUp(pair.client);
      hangUp(pair.upstream);
    }
  };
  return {
    port: own,
    mode: () => weather.mode,
    async set(mode) {
      weather.mode = mode;
      cut(({ hasGap }) => cutsConnections(mode) || (hasGap && mode.kind !== 'half-open'));
      weather.emit('changed');
      if (mode.kind === 'refuse') server.close();
      else if (!server.listening) await listen(server, own);
    },
    async close() {
      weather.mode = { kind: 'reset' };
      weather.emit('changed');
      cut(() => true);
      server.close();
    },
  };
}

async function join(pair: Pair, weather: Weather): Promise<void> {
  const { client, upstream } = pair;
  const lost = (): void => {
    pair.hasGap = true;
  };
  const lanes = [
    carry({ from: client, to: upstream, direction: 'requests', lost }, weather),
    carry({ from: upstream, to: client, direction: 'answers', lost }, weather),
  ];
  // When one side breaks off, so does the other; an ordered end goes along the lanes. After a gap both hang on until they are cut.
  const end = (): void => {
    client.destroy();
    upstream.destroy();
  };
  await Promise.all(lanes).catch(end);
  if (pair.hasGap) await Promise.all([closed(client), closed(upstream)]);
  else end();
}

/** One that is saying goodbye is closed without a reset: Node would wait for that reset for ever when it ends. */
function hangUp(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}

const closed = async (socket: Socket): Promise<void> => {
  if (!socket.closed) await once(socket, 'close').catch(() => undefined);
};

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The operating system gave no TCP port.');
  return address.port;
}
