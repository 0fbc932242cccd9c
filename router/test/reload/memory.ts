/**
 * Run by memory.test.ts with --expose-gc: swaps supergraphs 200 times under a subscription and with a query on each, and prints
 * how many bytes were in use after 50 and after 200.
 */
import { post, subscribe } from '@moa/testing';
import { Shop } from './shop.ts';

const { gc } = globalThis;
if (!gc) throw new Error('Run it with --expose-gc.');

const shop = await Shop.open();
const router = await shop.openRouter();
const url = `${router.url}/graphql`;
const supergraphs = (['moved', 'first', 'added', 'split'] as const).map((version) => shop.supergraph(version));
const news = subscribe(url, { query: 'subscription { sold { number product { name } } }' });

const used: number[] = [];
for (let swap = 1; swap <= 200; swap += 1) {
  await router.swap(supergraphs[swap % supergraphs.length] ?? '');
  const query = '{ products { name price left } }';
  for (const accept of ['by the pipeline', 'by the lane']) {
    const { errors } = await post(url, { query });
    if (errors) throw new Error(`${accept}: ${JSON.stringify(errors)}`);
  }
  if (swap % 10 === 0) gc();
  if (swap !== 50 && swap !== 200) continue;
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    gc();
  }
  used.push(process.memoryUsage().heapUsed);
}
console.log(JSON.stringify(used));
await news.close();
await router.close();
await shop.close();
