import { mutate } from './mutate.ts';
import type { Person } from './person.ts';

export type Named = { readonly id: string; readonly name: string };
export type Way = {
  readonly stations: readonly Named[];
  readonly legs: readonly { readonly line: Named; readonly stations: readonly Named[] }[];
  readonly transferCount: number;
  readonly distanceMeters: number;
  readonly durationSeconds: number;
  readonly isEstimated: boolean;
  readonly fare: { readonly passenger: string; readonly card: number; readonly isEarlyBird: boolean };
};

/** The station that people mean by the name. */
export async function stationNamed(person: Person, name: string): Promise<Named> {
  const [found] = await findStations(person, name);
  if (!found) throw new Error(`There is no station ${name}.`);
  return found;
}

export async function findStations(person: Person, search: string): Promise<readonly Named[]> {
  const { data, errors } = await person.ask<{ stations: { nodes: Named[] } }>(
    'query ($search: String) { stations(search: $search, first: 100) { nodes { id name } } }',
    { search },
  );
  if (!data) throw new Error(`The stations could not be read: ${JSON.stringify(errors)}`);
  return data.stations.nodes;
}

export type Trip = {
  readonly from: string;
  readonly to: string;
  readonly by?: string;
  readonly departAt?: string;
  readonly age?: number;
};

export const askForPath = (person: Person, { from, to, by = 'DURATION', departAt, age }: Trip) =>
  person.ask<{ subwayPath: Way | null }>(
    `query ($from: ID!, $to: ID!, $by: SubwayPathCriterion!, $departAt: DateTime, $age: Int) {
      subwayPath(from: $from, to: $to, by: $by, departAt: $departAt) {
        stations { id name } legs { line { id name } stations { id name } } transferCount distanceMeters durationSeconds isEstimated
        fare(age: $age) { passenger card isEarlyBird }
      }
    }`,
    { from, to, by, ...(departAt && { departAt }), ...(age !== undefined && { age }) },
  );

/** @throws what came instead of a path */
export async function findPath(person: Person, trip: Trip): Promise<Way> {
  const { data, errors } = await askForPath(person, trip);
  if (!data?.subwayPath) throw new Error(`There is no path: ${JSON.stringify(errors)}`);
  return data.subwayPath;
}

export const createStation = (person: Person, name: string, place = { latitude: 37.5, longitude: 127 }) =>
  mutate<{ station: Named | null }>(person, 'createStation', { name, nameEn: name, ...place }, 'station { id name }');

export const createLine = (person: Person, input: object) =>
  mutate<{ line: LineShown | null }>(person, 'createLine', input, lineFields);

export const addSection = (person: Person, input: object) =>
  mutate<{ line: LineShown | null }>(person, 'addSection', input, lineFields);

export const removeStationFromLine = (person: Person, lineId: string, stationId: string) =>
  mutate<{ line: LineShown | null }>(person, 'removeStationFromLine', { lineId, stationId }, lineFields);

export type LineShown = Named & {
  readonly stations: readonly Named[];
  readonly branches: readonly { readonly sections: readonly { readonly distanceMeters: number }[] }[];
};
const lineFields = 'line { id name stations { id name } branches { sections { distanceMeters } } }';

export async function showLine(person: Person, id: string): Promise<LineShown | null> {
  const { data, errors } = await person.ask<{ subwayLine: LineShown | null }>(
    `query ($id: ID!) { subwayLine(id: $id) ${lineFields.replace('line ', '')} }`,
    { id },
  );
  if (!data) throw new Error(`The line could not be read: ${JSON.stringify(errors)}`);
  return data.subwayLine;
}
