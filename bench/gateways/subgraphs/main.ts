import { accounts } from './accounts.ts';
import { inventory } from './inventory.ts';
import { products } from './products.ts';
import { reviews } from './reviews.ts';
import { serveSubgraph } from './serve.ts';

/** What the bench hears first from the process that it started. */
export type Started = { readonly subgraphs: readonly { name: string; url: string; sdl: string }[] };
/** And then, whenever it sends a message: requests answered so far, by all subgraphs together. */
export type Answered = { readonly answered: number };

const served = await Promise.all(
  [accounts, inventory, products, reviews].map(async (subgraph) => ({ subgraph, ...(await serveSubgraph(subgraph)) })),
);
const subgraphs = served.map(({ subgraph: { name, sdl }, url }) => ({ name, url, sdl }));
process.on('message', () => {
  process.send?.({ answered: served.reduce((sum, { answered }) => sum + answered(), 0) } satisfies Answered);
});
process.on('disconnect', () => process.exit()); // the bench has ended
process.send?.({ subgraphs } satisfies Started);
