import { createSigner, createVerifier, generateKey, type KeyPair } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import { compose, everybodyIsAnonymous, openRouter, type Router, type RouterOptions } from '../../src/index.ts';
import { type Definition, TestSubgraph } from '../support/subgraph.ts';
import { Topic } from '../support/topic.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`;

/** The shop's graph as it was composed at different times, of subgraphs that can do all of it. */
const versions = {
  /** Prices and news come from the catalog. */
  first: {
    catalog: `${link}
      type Query { products: [Product!] opensAt: String }
      type Mutation { openAt(hour: String!): String }
      type Subscription { sold: Sale }
      type Sale { number: Int! product: Product }
      type Product @key(fields: "id") { id: ID! name: String price: Int }`,
    stock: `${link} type Product @key(fields: "id") { id: ID! left: Int }`,
  },
  /** A field more, at a subgraph that is new. */
  added: {
    stock: `${link} type Product @key(fields: "id") { id: ID! left: Int }`,
    reviews: `${link} type Product @key(fields: "id") { id: ID! stars: Int }`,
  },
  /** Prices come from a subgraph of their own. */
  moved: {
    catalog: `${link}
      type Query { products: [Product!] opensAt: String }
      type Mutation { openAt(hour: String!): String }
      type Subscription { sold: Sale }
      type Sale { number: Int! product: Product }
      type Product @key(fields: "id") { id: ID! name: String }`,
    prices: `${link} type Product @key(fields: "id") { id: ID! price: Int }`,
  },
  /** So do the news and the hours. */
  split: {
    catalog: `${link}
      type Query { products: [Product!] }
      type Product @key(fields: "id") { id: ID! name: String }`,
    prices: `${link}
      type Query { opensAt: String }
      type Mutation { openAt(hour: String!): String }
      type Subscription { sold: Sale }
      type Sale { number: Int! product: Product }
      type Product @key(fields: "id") { id: ID! price: Int }`,
  },
  /** No news, no numbers of what is left. */
  reduced: {
    catalog: `${link}
      type Query { products: [Product!] opensAt: String }
      type Product @key(fields: "id") { id: ID! name: String price: Int }`,
  },
} as const;

export type Version = keyof typeof versions;
type Name = 'catalog' | 'stock' | 'prices' | 'reviews';

type SetHeader = (name: string, value: string) => void;
type Sale = { sold: { number: number; product: { id: string } } };

/** Subgraphs whose supergraph changes while they run. */
export class Shop {
  readonly sold = new Topic<Sale>();
  readonly subgraphs: Record<Name, TestSubgraph>;
  readonly key: KeyPair;
  /** What a product costs, as the catalog and as the prices say. */
  readonly price = { catalog: 10, prices: 20 };
  #number = 0;

  private constructor(key: KeyPair) {
    this.key = key;
    const whole = {
      catalog: versions.first.catalog,
      stock: versions.first.stock,
      prices: versions.split.prices,
      reviews: versions.added.reviews,
    };
    const make = (name: Name, resolvers: Definition['resolvers']) =>
      new TestSubgraph({ name, sdl: whole[name], resolvers }, createVerifier({ keys: [key.publicKey] }, name));
    const opensAt =
      (hour: string) =>
      (_root: unknown, _args: unknown, { setHeader }: { setHeader: SetHeader }) => {
        setHeader('cache-control', 'public, max-age=60');
        return hour;
      };
    const Subscription = { sold: { subscribe: () => this.sold.subscribe() } };
    const found = { __resolveReference: ({ id }: { id: string }) => ({ id }) };
    this.subgraphs = {
      catalog: make('catalog', {
        Query: { products: () => [{ id: '1' }, { id: '2' }, { id: '3' }], opensAt: opensAt('9, says the catalog') },
        Subscription,
        Product: { ...found, name: ({ id }: { id: string }) => `Product ${id}`, price: () => this.price.catalog },
      }),
      stock: make('stock', { Product: { ...found, left: ({ id }: { id: string }) => Number(id) * 100 } }),
      prices: make('prices', {
        Query: { opensAt: opensAt('10, say the prices') },
        Subscription,
        Product: { ...found, price: () => this.price.prices },
      }),
      reviews: make('reviews', { Product: { ...found, stars: () => 5 } }),
    };
  }

  static async open(): Promise<Shop> {
    const shop = new Shop(await generateKey('router'));
    await Promise.all(Object.values(shop.subgraphs).map((subgraph) => subgraph.start()));
    return shop;
  }

  supergraph(version: Version): string {
    const schemas: Partial<Record<Name, string>> = { ...versions.first, ...versions[version] };
    if (version === 'reduced') delete schemas.stock;
    return compose(
      // The keys are those of a record of names.
      Object.entries(schemas).map(([name, sdl]) => ({ name, url: this.subgraphs[name as Name].url, sdl })),
    );
  }

  openRouter(options: Partial<RouterOptions> = {}): Promise<Router> {
    return openShopRouter(this.supergraph('first'), this.key.privateKey, options);
  }

  /** Everybody who listens, at whichever subgraph, hears of it. @returns the number of the sale */
  sell(): number {
    this.#number += 1;
    this.sold.publish({ sold: { number: this.#number, product: { id: '1' } } });
    return this.#number;
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.subgraphs).map((subgraph) => subgraph.stop()));
  }
}

export const openShopRouter = (
  supergraphSdl: string,
  key: KeyPair['privateKey'],
  options: Partial<RouterOptions> = {},
): Promise<Router> =>
  openRouter({
    port: 0,
    host: '127.0.0.1',
    supergraphSdl,
    authenticate: everybodyIsAnonymous,
    signer: createSigner(key),
    corsOrigins: [],
    introspection: true,
    logger: createLogger('router', 'silent'),
    drainJitterMs: 0,
    ...options,
  });
