import { randomUUID } from 'node:crypto';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** Where an id stands among a field's arguments (`input.lines.menuItemId`) → the id to put there. */
export type Ids = Readonly<Record<string, string>>;

/** Everything that may be selected of a type without saying anything more, down to `depth` objects below. */
export function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const parts = Object.values(named.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .flatMap((field) => {
      if (isLeafType(getNamedType(field.type))) return [field.name];
      return depth > 0 ? [`${field.name} ${selectionOf(field.type, depth - 1)}`] : [];
    });
  return `{ ${['__typename', ...parts].join(' ')} }`;
}

/** A call of a field: its text, the variables that it declares, and values that are good enough for each. */
export function callOf({ name, args, type }: GraphQLField<unknown, unknown>, ids: Ids, depth = 2) {
  const given = args.filter((argument) => isNeeded(argument, argument.name, ids));
  const passed = given.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  return {
    text: `${name}${passed && `(${passed})`} ${selectionOf(type, depth)}`,
    declared: given.map((argument) => `$${argument.name}: ${argument.type}`),
    variables: Object.fromEntries(
      given.map((argument) => [argument.name, sampleOf(argument.type, argument.name, ids)]),
    ),
  };
}

/** A value of the type with all that is required in it, and with the ids in their places. */
export function sampleOf(type: GraphQLInputType, place: string, ids: Ids): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType, place, ids);
  if (isListType(type)) return [sampleOf(type.ofType, place, ids)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map((field) => ({ field, at: `${place}.${field.name}` }));
    const needed = fields.filter(({ field, at }) => isRequiredInputField(field) || isOnTheWay(at, ids));
    return Object.fromEntries(needed.map(({ field, at }) => [field.name, sampleOf(field.type, at, ids)]));
  }
  switch (type.name) {
    case 'ID':
      return ids[place] ?? randomUUID();
    case 'Boolean':
      return true;
    case 'String':
      return randomUUID();
    case 'Int':
      return 1;
    case 'Float': // a spot in Seoul
      return place.endsWith('latitude') ? 37.5665 : 126.978;
    case 'Won':
      return 1_000;
    default:
      throw new Error(`What a ${type.name} may be like is not known here: add it to e2e/src/access/documents.ts.`);
  }
}

const isNeeded = (argument: GraphQLArgument, place: string, ids: Ids): boolean =>
  isRequiredArgument(argument) || isOnTheWay(place, ids);

const isOnTheWay = (place: string, ids: Ids): boolean =>
  Object.keys(ids).some((path) => path === place || path.startsWith(`${place}.`));
