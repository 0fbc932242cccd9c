import {
  type CompositeType,
  isCompositeType,
  isCustomScalarType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type OutputType,
  type Schema,
} from '@apollo/federation-internals';
import { quote } from '../json-text.ts';
import type { Entity } from '../run.ts';
import { type Collected, collect, type Layer, type Passes } from './collect.ts';

/** JSON of what a subgraph sent for a place of the answer. @throws anomaly */
export type Write = (value: unknown) => string;

/** Thrown where the data is not as the schema has it, or has a null that must go up: the gateway's own code takes over. */
export const anomaly = new Error('This is not for the fast way.');

export type Shape = {
  readonly schema: Schema;
  readonly passes: Passes;
  /** The planner's response name → the client's, where they differ. */
  readonly renames: ReadonlyMap<string, string> | undefined;
};

/** Writes objects of any type that can stand where `layers` do; what each type needs is put together when the first one comes. */
export function writeObject(layers: readonly Layer[], shape: Shape): Write {
  const known = new Map<unknown, readonly Entry[]>();
  let lastTypename: unknown;
  let last: readonly Entry[] | undefined;
  return (value) => {
    if (typeof value !== 'object' || Array.isArray(value)) throw anomaly;
    const entity = value as Entity; // null never comes here
    const typename = entity.__typename;
    if (last === undefined || typename !== lastTypename) {
      last = known.get(typename);
      if (last === undefined) {
        last = entriesOf(layers, runtimeOf(typename, shape.schema), shape);
        known.set(typename, last);
      }
      lastTypename = typename;
    }
    let text = '{';
    for (const { key, write } of last) text += key + write(entity);
    return `${text}}`;
  };
}

type Entry = {
  /** With its colon, and the comma before it. */
  readonly key: string;
  readonly write: (entity: Entity) => string;
};

function runtimeOf(typename: unknown, schema: Schema): CompositeType | undefined {
  if (typename === undefined) return undefined;
  const type = typeof typename === 'string' ? schema.type(typename) : undefined;
  if (!type || !isCompositeType(type)) throw anomaly;
  return type;
}

function entriesOf(layers: readonly Layer[], runtime: CompositeType | undefined, shape: Shape): readonly Entry[] {
  return collect(layers, runtime, shape.passes).map((collected, index) => {
    const { responseName } = collected;
    const name = JSON.stringify(shape.renames?.get(responseName) ?? responseName);
    return { key: `${index === 0 ? '' : ','}${name}:`, write: writeField(collected, runtime, shape) };
  });
}

function writeField(
  { responseName, definition, type, parent, layers }: Collected,
  runtime: CompositeType | undefined,
  shape: Shape,
): Entry['write'] {
  if (definition.name === '__typename') return writeTypename(responseName, runtime ?? parent);
  if (definition.isSchemaIntrospectionField()) throw anomaly;
  const write = writeValue(type, layers, shape);
  // `{ toString: name }` is a legal selection, and every object has a toString.
  if (responseName in Object.prototype)
    return (entity) => write(Object.hasOwn(entity, responseName) ? entity[responseName] : undefined);
  return (entity) => write(entity[responseName]);
}

function writeTypename(responseName: string, type: CompositeType): Entry['write'] {
  if (!isObjectType(type)) throw anomaly;
  const text = JSON.stringify(type.name);
  return (entity) => {
    const said = Object.hasOwn(entity, responseName) ? entity[responseName] : undefined;
    if (said !== undefined && said !== null && said !== type.name) throw anomaly;
    return text;
  };
}

function writeValue(type: OutputType, layers: readonly Layer[], shape: Shape): Write {
  if (isNonNullType(type)) {
    const write = writePresent(type.ofType, layers, shape);
    return (value) => {
      if (value === null || value === undefined) throw anomaly;
      return write(value);
    };
  }
  const write = writePresent(type, layers, shape);
  return (value) => (value === null || value === undefined ? 'null' : write(value));
}

function writePresent(type: OutputType, layers: readonly Layer[], shape: Shape): Write {
  if (isListType(type)) return writeList(writeValue(type.ofType, layers, shape));
  if (isCompositeType(type)) return writeObject(layers, shape);
  if (isCustomScalarType(type)) return (value) => JSON.stringify(value);
  if (isEnumType(type)) {
    const texts = new Map<unknown, string>(type.values.map(({ name }) => [name, `"${name}"`]));
    return (value) => texts.get(value) ?? raise();
  }
  return scalars[type.toString()] ?? raise;
}

const writeList =
  (write: Write): Write =>
  (value) => {
    if (!Array.isArray(value)) throw anomaly;
    let text = '[';
    for (let index = 0; index < value.length; index += 1)
      text += index === 0 ? write(value[0]) : `,${write(value[index])}`;
    return `${text}]`;
  };

function raise(): never {
  throw anomaly;
}

/** From here on JavaScript writes integers with an exponent, which is no integer of GraphQL. */
const isInteger = (value: unknown): boolean => Number.isInteger(value) && Math.abs(value as number) < 1e21;

const writeString: Write = (value) => (typeof value === 'string' ? quote(value) : raise());

/** What the gateway takes for a value of each scalar of the specification. */
const scalars: Readonly<Record<string, Write>> = {
  String: writeString,
  Int: (value) => (isInteger(value) ? `${value}` : raise()),
  // 1e999 is JSON, and Infinity when it is read.
  Float: (value) => (Number.isFinite(value) ? `${value}` : raise()),
  Boolean: (value) => (typeof value === 'boolean' ? `${value}` : raise()),
  ID: (value) => (typeof value === 'string' ? quote(value) : isInteger(value) ? `${value}` : raise()),
};
