import { randomUUIDv7 } from 'node:crypto';
import { migrate, openDatabase } from '@moa/database';
import type { Role, Viewer } from '@moa/identity';
import { factQueue } from '@moa/outbox';
import { type ServedSubgraph, serveSubgraph } from '@moa/subgraph/testing';
import { type Bus, buses, freshDatabase, until } from '@moa/testing';
import { database, openSubway } from '../src/index.ts';

export type Member = Extract<Viewer, { kind: 'member' }>;
export const member = (...roles: readonly Role[]): Member => ({
  kind: 'member',
  memberId: randomUUIDv7(),
  roles: ['MEMBER', ...roles],
});
export const admin = member('ADMIN');
export const nobody: Viewer = { kind: 'anonymous' };

export type UserError = { code: string; field: string[] | null; message: string };
export type Section = {
  upStation: { id: string };
  downStation: { id: string };
  distanceMeters: number;
  durationSeconds: number;
  source: string;
};
export type Line = {
  id: string;
  name: string;
  color: string;
  surcharge: number;
  stations: { id: string; name: string }[];
  branches: {
    name: string;
    isCircular: boolean;
    isOneWay: boolean;
    stations: { id: string }[];
    sections: Section[];
  }[];
};
export type Favorite = {
  id: string;
  from: { id: string; name: string };
  to: { id: string };
  addedAt: string;
};
export type Page<Node> = { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

export const lineFields = `id name nameEn color surcharge stations { id name } branches { name isCircular isOneWay stations { id }
  sections { upStation { id } downStation { id } distanceMeters durationSeconds source } }`;
const favoriteFields = 'id from { id name lines { id } } to { id } addedAt';

/** A bus for tests that have nothing to do with queues. */
export function anyBus(): Bus {
  const [kind] = buses;
  if (!kind) throw new Error('There is no bus to test on.');
  return kind;
}

/** What somebody may ask of a process. */
const talkTo = (served: ServedSubgraph) => {
  const mutate = async <Shown = { id: string }>(
    viewer: Viewer,
    { name, input, shows }: { readonly name: string; readonly input: object; readonly shows: string },
  ) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const { data, errors } = await served.ask<{ [name: string]: { shown: Shown | null; userErrors: UserError[] } }>(
      viewer,
      `mutation ($input: ${type}) { ${name}(input: $input) { shown: ${shows} userErrors { code field message } } }`,
      { input },
    );
    const { shown, userErrors } = data?.[name] ?? {};
    return { shown, userErrors, codes: userErrors?.map(({ code }) => code), errors };
  };
  const onLine = (name: string) => (input: object) =>
    mutate<Line>(admin, { name, input, shows: `line { ${lineFields} }` });
  const entity = async <Shown>(viewer: Viewer, reference: { readonly __typename: string }, fields: string) => {
    const { data, errors } = await served.ask<{ _entities: [Shown | null] }>(
      viewer,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${reference.__typename} { ${fields} } } }`,
      { r: [reference] },
    );
    return { shown: data?._entities[0], errors };
  };
  /** An operation over HTTP, for what stands in the headers of its answer. */
  const send = async (viewer: Viewer, query: string, variables: object = {}): Promise<Response> =>
    fetch(served.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await served.token(viewer)}` },
      body: JSON.stringify({ query, variables }),
    });
  return {
    ...served,
    mutate,
    entity,
    /** The line as it is now; null when there is none. */
    async line(id: string): Promise<Line | null> {
      const query = `query ($id: ID!) { subwayLine(id: $id) { ${lineFields} } }`;
      return (await served.ask<{ subwayLine: Line | null }>(nobody, query, { id })).data?.subwayLine ?? null;
    },
    createStation: (input: object = {}) =>
      mutate<{ id: string; name: string; nameEn: string; latitude: number; longitude: number; lines: unknown[] }>(
        admin,
        {
          name: 'createStation',
          input: {
            name: `역 ${randomUUIDv7().slice(-12)}`,
            nameEn: 'Somewhere',
            latitude: 37,
            longitude: 127,
            ...input,
          },
          shows: 'station { id name nameEn latitude longitude lines { id } }',
        },
      ),
    createLine: onLine('createLine'),
    addSection: onLine('addSection'),
    removeStationFromLine: onLine('removeStationFromLine'),
    deleteStation: (id: string) => mutate<string>(admin, { name: 'deleteStation', input: { id }, shows: 'deletedId' }),
    deleteLine: (id: string) => mutate<string>(admin, { name: 'deleteLine', input: { id }, shows: 'deletedId' }),
    addFavorite: (viewer: Viewer, from: string, to: string) =>
      mutate<Favorite>(viewer, {
        name: 'addFavoritePath',
        input: { from, to },
        shows: `favoritePath { ${favoriteFields} }`,
      }),
    removeFavorite: (viewer: Viewer, id: string) =>
      mutate<string>(viewer, { name: 'removeFavoritePath', input: { id }, shows: 'removedId' }),
    /** A member's favourites as the router asks for them. */
    async favorites<Shown = Favorite>(
      viewer: Viewer,
      {
        of = viewer.kind === 'member' ? viewer.memberId : '',
        age = null,
        page = '',
        shows = favoriteFields,
      }: { of?: string; age?: number | null; page?: string; shows?: string } = {},
    ) {
      const { shown, errors } = await entity<{ favoritePaths: Page<Shown> | null }>(
        viewer,
        { __typename: 'Member', id: of, age } as { __typename: string },
        `favoritePaths${page} { nodes { ${shows} } edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`,
      );
      return { page: shown?.favoritePaths, errors };
    },
    send,
    /** What an answer says about keeping it. */
    cacheControl: async (viewer: Viewer, query: string, variables: object = {}) =>
      (await send(viewer, query, variables)).headers.get('cache-control'),
    /** Tells subway a fact, and waits until it was heard. */
    async hear(fact: object) {
      const id = `account-${randomUUIDv7()}`;
      await served.bus.jobs.add(factQueue('subway'), [{ id, name: 'fact', data: fact }]);
      await until(async () => (await served.bus.jobs.stateOf(factQueue('subway'), [id])).get(id) === 'done');
    },
  };
};
export type Process = ReturnType<typeof talkTo>;

/** The subway subgraph with a database of its own, in which the Seoul network stands, and what people ask of it. */
export async function openWorld(kind: Bus = anyBus(), clock = () => new Date()) {
  const books = await freshDatabase({ name: 'subway', migrate: (url) => migrate(url, database) });
  const processes: Process[] = [];
  /** One more process on the same database. */
  const start = async (): Promise<Process> => {
    const served = await serveSubgraph(kind, (ground) => openSubway({ databaseUrl: books.url }, { ...ground, clock }));
    const process = talkTo(served);
    processes.push(process);
    return process;
  };
  const first = await start();
  const orm = await openDatabase(books.url, database, { logger: first.logger, poolMax: 2 });

  /** Stations that are on no line, under these names and as many others as asked for. */
  const stations = async (count: number): Promise<string[]> => {
    const made = await Promise.all(Array.from({ length: count }, () => first.createStation()));
    return made.map(({ shown, errors }) => shown?.id ?? `none: ${JSON.stringify(errors)}`);
  };
  return {
    ...first,
    databaseUrl: books.url,
    em: () => orm.em.fork(),
    start,
    stations,
    /** A line through new stations, 1,000 metres and 100 seconds from each to the next. */
    async newLine(count: number, about: object = {}): Promise<{ id: string; stops: string[] }> {
      const stops = await stations(count);
      const figures = { distanceMeters: 1_000, durationSeconds: 100 };
      const [upStationId, downStationId] = stops;
      const name = `${randomUUIDv7().slice(-12)}선`;
      const made = await first.createLine({
        ...{ name, nameEn: 'Some Line', color: '#123456', upStationId, downStationId },
        ...figures,
        ...about,
      });
      const id = made.shown?.id ?? `none: ${JSON.stringify([made.errors, made.userErrors])}`;
      for (let n = 2; n < count; n += 1) {
        await first.addSection({ lineId: id, upStationId: stops[n - 1], downStationId: stops[n], ...figures });
      }
      return { id, stops };
    },
    async close() {
      await orm.close();
      for (const process of processes.reverse()) await process.close();
      await books.drop();
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;

/** The id of a station in the published data. */
export const gangnam = '123';
