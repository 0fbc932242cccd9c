import { createServer } from 'node:net';

/** The first of `count` neighbouring ports that are all free just now, from a range below those that systems give out themselves. */
export async function freePorts(count: number, { from = 20_000, to = 32_000 } = {}): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const first = from + Math.floor(Math.random() * (to - from));
    const free = await Promise.all(Array.from({ length: count }, (_, offset) => isFree(first + offset)));
    if (free.every(Boolean)) return first;
  }
  throw new Error(`There are no ${count} free ports side by side.`);
}

/** Whether nobody listens on a port of this machine's loopback. */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
