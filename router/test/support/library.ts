import { createSigner, createVerifier, generateKey, type KeyPair, type Viewer } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import { GraphQLError } from 'graphql';
import {
  type Authenticator,
  compose,
  everybodyIsAnonymous,
  openRouter,
  type Router,
  type RouterOptions,
} from '../../src/index.ts';
import { type Definition, TestSubgraph } from './subgraph.ts';
import { Topic } from './topic.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external"])';

export const sdl = {
  books: `${link}
    type Query { opensAt(day: Int): String books: [Book!] booksBy(isbns: [ID!]!): [Book!] book(isbn: ID!): Book slowBook: Book wall: String brokenBook: Book forbiddenBook: Book driftedBook: Book }
    type Mutation {
      renameBook(isbn: ID!, title: String!): Book
      addBook(isbn: ID!, title: String!): Book
      openAt(hour: String!): String
    }
    type Book @key(fields: "isbn") { isbn: ID! title: String weight: Int }`,
  reviews: `${link}
    type Query { latestReview: Review }
    type Subscription { reviewed(isbn: ID, secret: Boolean): Review ticked(upTo: Int!): Tick }
    type Tick { number: Int! review: Review }
    type Review @key(fields: "id") { id: ID! text: String book: Book }
    type Book @key(fields: "isbn") { isbn: ID! reviews: [Review!] }`,
  shelves: `${link}
    type Book @key(fields: "isbn") { isbn: ID! weight: Int @external copies: Int postage: Int @requires(fields: "weight") }`,
};

type SetHeader = (name: string, value: string) => void;

export type Review = { id: string; text: string; book: { isbn: string } };
const review = (id: string, isbn: string): Review => ({ id, text: `Review ${id}`, book: { isbn } });

/** Three subgraphs of a library behind a router, and what they have been told to do. */
export class Library {
  readonly reviewed = new Topic<{ reviewed: Review }>();
  readonly titles = new Map([
    ['1', 'Dune'],
    ['2', 'Emma'],
  ]);
  /** What `opensAt` says; anybody may be told again for `opensFor` seconds. */
  opens = '9';
  opensFor = 60;
  /** `slowBook` waits for it. */
  readonly slow = Promise.withResolvers<void>();
  /** `reviewed` says nothing before it. */
  #reviewsHeld: Promise<void> = Promise.resolve();
  /** `opensAt` and `openAt` wait for these before they answer. */
  untilTold: Promise<unknown> | undefined;
  untilDone: Promise<unknown> | undefined;
  /** Books that another subgraph names wait for it before they are found. */
  untilFound: Promise<unknown> | undefined;
  slowAsked = Promise.withResolvers<void>();
  readonly subgraphs: Record<keyof typeof sdl, TestSubgraph>;
  readonly key: KeyPair;

  private constructor(key: KeyPair) {
    this.key = key;
    const make = (definition: Definition) =>
      new TestSubgraph(definition, createVerifier({ keys: [key.publicKey] }, definition.name));
    this.subgraphs = {
      books: make({ name: 'books', sdl: sdl.books, resolvers: this.#books() }),
      reviews: make({ name: 'reviews', sdl: sdl.reviews, resolvers: this.#reviews() }),
      shelves: make({ name: 'shelves', sdl: sdl.shelves, resolvers: this.#shelves() }),
    };
  }

  static async open(): Promise<Library> {
    const library = new Library(await generateKey('router'));
    await Promise.all(Object.values(library.subgraphs).map((subgraph) => subgraph.start()));
    return library;
  }

  get supergraphSdl(): string {
    const { books, reviews, shelves } = this.subgraphs;
    return compose([
      { name: 'books', url: books.url, sdl: sdl.books },
      { name: 'reviews', url: reviews.url, sdl: sdl.reviews },
      { name: 'shelves', url: shelves.url, sdl: sdl.shelves },
    ]);
  }

  openRouter(options: Partial<RouterOptions> = {}): Promise<Router> {
    const authenticate: Authenticator = everybodyIsAnonymous;
    return openRouter({
      port: 0,
      host: '127.0.0.1',
      supergraphSdl: this.supergraphSdl,
      authenticate,
      signer: createSigner(this.key.privateKey),
      corsOrigins: ['https://library.example'],
      introspection: true,
      logger: createLogger('router', 'silent'),
      drainJitterMs: 0,
      ...options,
    });
  }

  review(id: string, isbn = '1'): void {
    this.reviewed.publish({ reviewed: review(id, isbn) });
  }

  /** New subscribers of `reviewed` hear nothing until the function that it gives is called. */
  holdReviews(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#reviewsHeld = promise;
    return resolve;
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.subgraphs).map((subgraph) => subgraph.stop()));
  }

  #books(): Definition['resolvers'] {
    const book = (isbn: string) => (this.titles.has(isbn) ? { isbn, title: this.titles.get(isbn), weight: 300 } : null);
    return {
      Query: {
        opensAt: async (_root: unknown, _args: unknown, { setHeader }: { setHeader: SetHeader }) => {
          setHeader('cache-control', `public, max-age=${this.opensFor}`);
          const { opens } = this;
          await this.untilTold;
          return opens;
        },
        books: () => [book('1'), book('2')],
        booksBy: (_root: unknown, { isbns }: { isbns: string[] }) => isbns.flatMap((isbn) => book(isbn) ?? []),
        book: (_root: unknown, { isbn }: { isbn: string }) => book(isbn),
        slowBook: async () => {
          this.slowAsked.resolve();
          await this.slow.promise;
          return book('1');
        },
        wall: (_root: unknown, _args: unknown, { viewer }: { viewer: Viewer }) => JSON.stringify(viewer),
        brokenBook: () => {
          throw new Error('connect ECONNREFUSED 10.0.0.7:5432 in /srv/books/secret.ts');
        },
        driftedBook: () => {
          const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' }; // a fault between router and subgraph, not the client's
          throw new GraphQLError('Cannot query field "x" at books-7', { extensions });
        },
        forbiddenBook: () => {
          throw new GraphQLError('Only librarians read this.', { extensions: { code: 'FORBIDDEN', host: 'books-7' } });
        },
      },
      Mutation: {
        openAt: async (_root: unknown, { hour }: { hour: string }, { setHeader }: { setHeader: SetHeader }) => {
          setHeader('clear-site-data', '"cache"');
          this.opens = hour;
          await this.untilDone;
          return hour;
        },
        addBook: (_root: unknown, { isbn, title }: { isbn: string; title: string }) => {
          this.titles.set(isbn, title);
          return book(isbn);
        },
        renameBook: (_root: unknown, { isbn, title }: { isbn: string; title: string }) => {
          this.titles.set(isbn, title);
          return book(isbn);
        },
      },
      Book: {
        __resolveReference: async ({ isbn }: { isbn: string }) => {
          const found = book(isbn);
          await this.untilFound;
          return found;
        },
      },
    };
  }

  #reviews(): Definition['resolvers'] {
    return {
      Query: { latestReview: () => review('0', '1') },
      Subscription: {
        reviewed: {
          subscribe: (_root: unknown, { secret }: { secret?: boolean }) => {
            if (secret)
              throw new GraphQLError('Only librarians hear this.', {
                extensions: { code: 'FORBIDDEN', host: 'reviews-3' },
              });
            return this.#reviewsHeld.then(() => this.reviewed.subscribe({ reviewed: review('snapshot', '1') }));
          },
        },
        ticked: {
          subscribe: async function* (_root: unknown, { upTo }: { upTo: number }) {
            for (let number = 1; number <= upTo; number += 1)
              yield { ticked: { number, review: review(String(number), number % 2 ? '1' : '2') } };
          },
        },
      },
      Book: { __resolveReference: ({ isbn }: { isbn: string }) => ({ isbn, reviews: [review(`of-${isbn}`, isbn)] }) },
      Review: { __resolveReference: ({ id }: { id: string }) => review(id, '1') },
    };
  }

  #shelves(): Definition['resolvers'] {
    return {
      Book: {
        __resolveReference: (book: { isbn: string }) => book,
        copies: ({ isbn }: { isbn: string }) => Number(isbn) * 10,
        postage: ({ weight }: { weight: number }) => weight * 2,
      },
    };
  }
}
