import { createSigner, createVerifier, generateKey, type KeyPair } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import { compose, everybodyIsAnonymous, openRouter, type Router } from '../../src/index.ts';
import { TestSubgraph } from './subgraph.ts';
import { Topic } from './topic.ts';

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective"])`;
const resume = `
  @link(url: "https://mail.example/resume/v1.0", import: ["@resume"])
  @composeDirective(name: "@resume")
  directive @resume(argument: String!, from: String!) on FIELD_DEFINITION`;

export const sdl = {
  letters: `${link} ${resume}
    type Query { count: Int @shareable }
    type Subscription {
      arrived(after: ID, to: String): Letter @resume(argument: "after", from: "id")
      sinceFirst(after: ID! = "1"): Letter @resume(argument: "after", from: "id")
    }
    type Letter @key(fields: "id") { id: ID! text: String to: String writer: Writer }
    type Writer @key(fields: "id", resolvable: false) { id: ID! }`,
  writers: `${link} type Query { count: Int @shareable } type Writer @key(fields: "id") { id: ID! name: String }`,
};
/** Somebody else tells of the letters. */
const moved = {
  letters: `${link} type Query { count: Int @shareable } type Letter @key(fields: "id") { id: ID! text: String }`,
  archive: sdl.letters.replace('text: String', ''),
};

type Letter = { readonly id: string; readonly text: string; readonly to: string; readonly writer: { id: string } };
type Arrived = { readonly arrived: Letter; readonly sinceFirst: Letter };

/** Subgraphs of which two tell of the same letters, each after the one that it is given, or from now on. */
export class Mailroom {
  /** What each subgraph was told to begin after, in order. */
  readonly afters: Record<'letters' | 'archive', unknown[]> = { letters: [], archive: [] };
  readonly arrived = new Topic<Arrived>();
  readonly subgraphs: Record<'letters' | 'archive' | 'writers', TestSubgraph>;
  readonly key: KeyPair;
  readonly #letters: Letter[] = [];

  private constructor(key: KeyPair) {
    this.key = key;
    const make = (
      name: string,
      definition: string,
      resolvers: ConstructorParameters<typeof TestSubgraph>[0]['resolvers'],
    ) => new TestSubgraph({ name, sdl: definition, resolvers }, createVerifier({ keys: [key.publicKey] }, name));
    const found = { __resolveReference: ({ id }: { id: string }) => this.#letters.find((letter) => letter.id === id) };
    const telling = (name: 'letters' | 'archive') => ({
      subscribe: (_root: unknown, { after }: { after?: string | null }) => {
        this.afters[name].push(after);
        const first = after == null ? [] : this.#letters.slice(this.#letters.findIndex(({ id }) => id === after) + 1);
        return this.arrived.subscribe(...first.map(asArrived));
      },
    });
    const id = ({ id: known }: Letter): string => {
      if (known.startsWith('broken')) throw new Error('No id.');
      return known;
    };
    this.subgraphs = {
      letters: make('letters', sdl.letters, {
        Subscription: { arrived: telling('letters'), sinceFirst: telling('letters') },
        Letter: { ...found, id },
      }),
      archive: make('archive', moved.archive, {
        Subscription: { arrived: telling('archive'), sinceFirst: telling('archive') },
        Letter: { ...found, to: ({ to }: Letter) => `${to}, says the archive` },
      }),
      writers: make('writers', sdl.writers, {
        Writer: { __resolveReference: (writer: { id: string }) => ({ ...writer, name: `Writer ${writer.id}` }) },
      }),
    };
  }

  static async open(): Promise<Mailroom> {
    const mailroom = new Mailroom(await generateKey('router'));
    await Promise.all(Object.values(mailroom.subgraphs).map((subgraph) => subgraph.start()));
    return mailroom;
  }

  supergraph(version: 'first' | 'moved' = 'first'): string {
    const schemas = version === 'first' ? sdl : { ...sdl, ...moved };
    return compose(
      // The keys are those of a record of names.
      Object.entries(schemas).map(([name, text]) => ({ name, url: this.subgraphs[name as 'letters'].url, sdl: text })),
    );
  }

  openRouter(): Promise<Router> {
    return openRouter({
      port: 0,
      host: '127.0.0.1',
      supergraphSdl: this.supergraph(),
      authenticate: everybodyIsAnonymous,
      signer: createSigner(this.key.privateKey),
      corsOrigins: [],
      introspection: true,
      logger: createLogger('router', 'silent'),
      drainJitterMs: 0,
    });
  }

  /** Letters arrive, whoever listens. */
  bring(...ids: readonly string[]): void {
    for (const id of ids) {
      const letter = { id, text: `Letter ${id}`, to: 'Emma', writer: { id: '9' } };
      this.#letters.push(letter);
      this.arrived.publish(asArrived(letter));
    }
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.subgraphs).map((subgraph) => subgraph.stop()));
  }
}

const asArrived = (letter: Letter): Arrived => ({ arrived: letter, sinceFirst: letter });
