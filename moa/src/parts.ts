import { type SubgraphName, subgraphs } from '@moa/contracts';

/** Everything that has a database of its own: the subgraphs, the payment sandbox, and the bus where there is no Redis. */
export const databaseNames = [...subgraphs, 'sandbox', 'bus'] as const;
export type DatabaseName = (typeof databaseNames)[number];

/** The variable that names a part's database: `ORDER_DATABASE_URL`. */
export const databaseVariable = <Name extends DatabaseName>(name: Name) => variable(name, 'DATABASE_URL');

/** The variable that says where a subgraph answers: `ORDER_URL`. */
export const urlVariable = <Name extends SubgraphName>(name: Name) => variable(name, 'URL');

const variable = <Name extends string, Suffix extends string>(name: Name, suffix: Suffix) =>
  `${name.toUpperCase()}_${suffix}` as `${Uppercase<Name>}_${Suffix}`; // toUpperCase forgets whose text it was given

/** A value for each name. */
export const byName = <Name extends string, Value>(names: readonly Name[], valueFor: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, valueFor(name)])) as Record<Name, Value>; // fromEntries forgets the names
