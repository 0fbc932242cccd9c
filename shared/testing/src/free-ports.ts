import { createServer } from 'node:net';

/** Ports are given out in blocks, so that two who look at the same moment never get overlapping ones. */
const blockSize = 64;

/**
 * The first of `count` neighbouring ports that are free, and that no other process is given while this one lives:
 * below the ones that systems give out themselves. The port before them is held as the mark.
 *
 * @throws when a block's 63 ports are too few, or no block is free
 */
export async function freePorts(count: number): Promise<number> {
  if (count >= blockSize) throw new Error(`At most ${blockSize - 1} ports side by side are given out, not ${count}.`);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const mark = 10_048 + blockSize * Math.floor(Math.random() * 350);
    if (!(await hold(mark))) continue;
    const free = await Promise.all(Array.from({ length: count }, (_, offset) => isFree(mark + 1 + offset)));
    if (free.every(Boolean)) return mark + 1;
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

/** Listens as long as this process lives, without keeping it alive. */
const hold = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const mark = createServer((socket) => socket.destroy()).unref();
    mark.once('error', () => resolve(false));
    mark.listen(port, '127.0.0.1', () => resolve(true));
  });
