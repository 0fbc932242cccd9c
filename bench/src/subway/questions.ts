import type { Network } from '@moa/subway-subgraph';
import { z } from 'zod';
import { randomEnds } from './finder.ts';

export type Question = { readonly query: string; readonly variables: Readonly<Record<string, string>> };

/** Questions of one kind: some that are asked again and again, or each only once. */
export type Kind = {
  readonly name: string;
  /** @throws when the answer's data is not what it should be */
  readonly check: (data: unknown) => void;
} & (
  | { readonly kind: 'again'; readonly questions: readonly Question[] }
  | { readonly kind: 'once'; readonly next: () => Question }
);

export const knownPaths = 'subwayPath, pairs again and again';
export const newPaths = 'subwayPath, each pair once';

/** At most `most` questions of a kind are asked again and again. */
export function kindsOf({ stations, lines }: Network, most: number): readonly Kind[] {
  const ids = [...stations.keys()];
  const nextPath = newPairs(ids);
  const places = [...stations.values()].filter((_, index) => index % 13 === 0);
  return [
    {
      name: knownPaths,
      kind: 'again',
      questions: Array.from({ length: most }, nextPath),
      check: (data) => void pathAnswer.parse(data),
    },
    { name: newPaths, kind: 'once', next: nextPath, check: (data) => void pathAnswer.parse(data) },
    {
      name: 'subwayLine, all its sections',
      kind: 'again',
      questions: [...lines.keys()].slice(0, most).map((id) => ({ query: lineQuery, variables: { id } })),
      check: (data) => void lineAnswer.parse(data),
    },
    {
      name: 'stations(search)',
      kind: 'again',
      questions: [
        ...places.map(({ name }) => name.slice(0, 2)),
        ...places.map(({ nameEn }) => nameEn.slice(0, 4).toLowerCase()),
        ...['ㄱㄴ', 'ㅅㅊ', 'ㅈㅅ', 'ㅎㄷ', '강나', '신초'],
      ]
        .slice(0, most)
        .map((search) => ({ query: searchQuery, variables: { search } })),
      check: (data) => void searchAnswer.parse(data),
    },
    {
      name: 'station(id)',
      kind: 'again',
      questions: ids.slice(0, most).map((id) => ({ query: stationQuery, variables: { id } })),
      check: (data) => void stationAnswer.parse(data),
    },
  ];
}

/** Two stations that it has not given before. */
function newPairs(ids: readonly string[]): () => Question {
  const given = new Set<string>();
  return () => {
    for (;;) {
      const [from, to] = randomEnds(ids);
      const pair = `${from} ${to}`;
      if (given.has(pair)) continue;
      given.add(pair);
      return { query: pathQuery, variables: { from, to } };
    }
  };
}

const pathQuery = `query ($from: ID!, $to: ID!) {
  subwayPath(from: $from, to: $to) {
    distanceMeters durationSeconds transferCount isEstimated
    stations { id name }
    legs { line { id name color } stations { id name } distanceMeters durationSeconds }
    transfers { station { id name } walkMeters walkSeconds isEstimated }
    fare { passenger card single isEarlyBird }
  }
}`;
const lineQuery = `query ($id: ID!) {
  subwayLine(id: $id) {
    id name nameEn color surcharge
    branches {
      name isCircular isOneWay
      sections { upStation { id name } downStation { id name } distanceMeters durationSeconds source }
    }
  }
}`;
const searchQuery = `query ($search: String!) {
  stations(search: $search) { nodes { id name nameEn lines { id name color } } pageInfo { hasNextPage endCursor } }
}`;
const stationQuery = `query ($id: ID!) {
  station(id: $id) { id name nameEn latitude longitude lines { id name color } }
}`;

const some = z.array(z.unknown()).min(1);
const pathAnswer = z.object({
  subwayPath: z.object({ stations: some, legs: some, fare: z.object({ card: z.number() }) }),
});
const lineAnswer = z.object({
  subwayLine: z.object({ branches: z.array(z.object({ sections: some })).min(1) }),
});
const searchAnswer = z.object({ stations: z.object({ nodes: some }) });
const stationAnswer = z.object({ station: z.object({ lines: some }) });
