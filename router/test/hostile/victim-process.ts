import { Library } from '../support/library.ts';

/** The process that is attacked: a router before its subgraphs. It tells its address, and its memory when it is asked. */
const { gc: collectGarbage } = globalThis;
if (!collectGarbage) throw new Error('Start it with --expose-gc.');

const library = await Library.open();
const router = await library.openRouter();
process.on('message', () => {
  collectGarbage();
  process.send?.({ bytes: process.memoryUsage().rss });
});
process.on('disconnect', () => process.exit());
process.send?.({ url: router.url });
