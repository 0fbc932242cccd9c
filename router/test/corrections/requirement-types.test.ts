import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Graph, link, openGraph } from './graph.ts';

type Tag = { label?: string };

let graph: Graph;
beforeAll(async () => {
  const label = ({ of }: { of: string }, { lang }: { lang: string }) => `${of} in ${lang}`;
  const labelOf = ({ tag }: { tag: Tag }) => tag.label;
  const labelsOf = ({ tags }: { tags: Tag[] }) => tags.map((tag) => tag.label);
  graph = await openGraph([
    {
      name: 'products',
      sdl: `${link}
        interface Tag { label(lang: String!): String }
        type Red implements Tag { label(lang: String!): String red: Int }
        type Blue implements Tag { label(lang: String!): String }
        type Product @key(fields: "id") { id: ID! tag: Tag tags: [Tag!] }
        type Query { products: [Product!] }`,
      resolvers: {
        Query: { products: () => [{ id: 'a' }, { id: 'b' }] },
        Product: {
          __resolveReference: (product: object) => product,
          tag: ({ id }: { id: string }) => ({ __typename: id === 'a' ? 'Red' : 'Blue', of: id }),
          tags: ({ id }: { id: string }) => [
            { __typename: 'Red', of: `red ${id}` },
            { __typename: 'Blue', of: `blue ${id}` },
          ],
        },
        Tag: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
        Red: { label },
        Blue: { label },
      },
    },
    {
      name: 'signs',
      sdl: `${link}
        interface Tag { label(lang: String!): String }
        type Red implements Tag { label(lang: String!): String @external red: Int @external }
        type Blue implements Tag { label(lang: String!): String @external }
        type Product @key(fields: "id") {
          id: ID!
          tag: Tag @external
          tags: [Tag!] @external
          korean: String @requires(fields: "tag { label(lang: \\"ko\\") }")
          mixed: String @requires(fields: "tag { ... on Red { label(lang: \\"en\\") red } ... on Blue { label(lang: \\"fr\\") } }")
          allKorean: [String] @requires(fields: "tags { label(lang: \\"ko\\") }")
          allEnglish: [String] @requires(fields: "tags { label(lang: \\"en\\") }")
        }`,
      resolvers: {
        Product: {
          __resolveReference: (product: object) => product,
          korean: labelOf,
          mixed: labelOf,
          allKorean: labelsOf,
          allEnglish: labelsOf,
        },
      },
    },
  ]);
});
afterAll(() => graph.close());

describe('plain @apollo/gateway answers wrongly, ours rightly', () => {
  test.each<[what: string, query: string, right: unknown]>([
    [
      'an interface and its types',
      '{ products { korean mixed } }',
      {
        products: [
          { korean: 'a in ko', mixed: 'a in en' },
          { korean: 'b in ko', mixed: 'b in fr' },
        ],
      },
    ],
    [
      'lists of an interface',
      '{ products { allKorean allEnglish } }',
      {
        products: ['a', 'b'].map((id) => ({
          allKorean: [`red ${id} in ko`, `blue ${id} in ko`],
          allEnglish: [`red ${id} in en`, `blue ${id} in en`],
        })),
      },
    ],
    [
      'beside what the client asks',
      '{ products { mixed tag { label(lang: "nl") ... on Red { red: label(lang: "de") } } } }',
      {
        products: [
          { mixed: 'a in en', tag: { label: 'a in nl', red: 'a in de' } },
          { mixed: 'b in fr', tag: { label: 'b in nl' } },
        ],
      },
    ],
  ])('%s', async (_what, query, right) => {
    expect((await graph.plain(query)).data).not.toEqual(right);
    const { data, errors } = await graph.ours(query);
    expect(errors).toBeUndefined();
    expect(data).toEqual(right);
  });
});
