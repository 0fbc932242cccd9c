import { request } from 'undici';
import type { Ask } from './generate/operations.ts';

/**
 * What of an answer must be the same from our router as from the plain gateway:
 * - `data` to the letter, order of keys included; no data and null data are one thing;
 * - of errors how many there are and their paths, in any order, for fetches race each other (see `errorsAgree`). Messages and
 *   codes are our catalogue's (errors.ts), so they differ on purpose;
 * - of `extensions` the plain gateway's list of values that didn't fit the schema.
 * The HTTP status is not compared: what we refuse with 4xx is often 500 there.
 */
export type Told = {
  readonly text: string;
  readonly data: string;
  readonly paths: readonly Path[];
  readonly misfits: string;
  readonly messages: readonly string[];
  readonly codes: readonly unknown[];
};

type Path = readonly (string | number)[];

/** As it may come from anywhere; its parts are only compared. */
type Body = {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: Path;
    readonly extensions?: { readonly code?: unknown };
  }[];
  readonly extensions?: { readonly valueCompletion?: unknown };
};

type Question = Omit<Ask, 'alone'>;

export async function ask(url: string, { query, operationName, variables }: Question): Promise<Told> {
  const { body } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify({ query, operationName, variables }),
  });
  const text = (await body.text()).trimEnd();
  const { data = null, errors = [], extensions } = JSON.parse(text) as Body;
  return {
    text,
    data: JSON.stringify(data),
    paths: errors.map(({ path }) => path ?? []),
    misfits: JSON.stringify(extensions?.valueCompletion ?? []),
    messages: errors.map(({ message }) => message).sort(),
    codes: errors.map((error) => error.extensions?.code),
  };
}

/** The parts that are simply equal, and the errors' paths without the places in lists. */
export const answerOf = ({ data, paths, misfits }: Told) => ({
  data,
  misfits,
  errors: paths.map((path) => path.filter((step) => typeof step === 'string').join('.')).sort(),
});

/**
 * Places in lists are equal as well, but where the plain gateway counts wrongly: of a list whose entities are not all asked
 * of a subgraph (a union's other members) it takes the number among those asked for the number in the list. There ours must
 * not lead to anything that is no null.
 */
export function errorsAgree(ours: Told, plain: Told): boolean {
  const told = plain.paths.map((path) => JSON.stringify(path));
  return ours.paths.every((path) => {
    const at = told.indexOf(JSON.stringify(path));
    if (at >= 0) told.splice(at, 1);
    return at >= 0 || !leadsToValue(path, JSON.parse(ours.data));
  });
}

function leadsToValue(path: Path, data: unknown): boolean {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = Reflect.get(value, step);
  }
  return value !== null;
}

/** JSON that anybody reads alike: no key comes twice, no number or text is written in a way of its own. */
export const isPlainJson = ({ text }: Told): boolean => JSON.stringify(JSON.parse(text)) === text;

/** Whether the plain gateway has failed at a valid operation before it asked any subgraph, which is a fault of its planner. */
export const isUnplanned = ({ data, paths, codes }: Told): boolean =>
  data === 'null' && paths.length === 1 && paths[0]?.length === 0 && codes[0] === 'INTERNAL_SERVER_ERROR';

/** Whether our router has refused an operation for what it may cost. */
export const isTooExpensive = ({ codes }: Told): boolean => codes.includes('OPERATION_TOO_EXPENSIVE');
