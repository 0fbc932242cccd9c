import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import { rootsOf } from './doors.ts';

/** What a client must never say of itself; where an input has such a field by design, that one is left out. */
const forbidden = ['role', 'roles', 'price', 'status', 'ownerId', 'customerId', 'memberId', 'total'];

/** A field to smuggle in: into an input, at its place among the arguments of a root field. */
export type Smuggling = {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly field: GraphQLField<unknown, unknown>;
  readonly input: GraphQLInputObjectType;
  readonly at: string;
  readonly extra: string;
};

export function smugglingsOf(schema: GraphQLSchema): readonly Smuggling[] {
  return rootsOf(schema).flatMap((root) => {
    const kind =
      root === schema.getQueryType() ? 'query' : root === schema.getMutationType() ? 'mutation' : 'subscription';
    return Object.values(root.getFields()).flatMap((field) =>
      field.args
        .flatMap(({ name, type }) => inputsIn(type, name))
        .flatMap(({ input, at }) =>
          forbidden
            .filter((extra) => !Object.hasOwn(input.getFields(), extra))
            .map((extra) => ({ kind, field, input, at, extra })),
        ),
    );
  });
}

function inputsIn(
  type: GraphQLInputType,
  at: string,
): readonly { readonly input: GraphQLInputObjectType; readonly at: string }[] {
  const input = getNamedType(type);
  if (!isInputObjectType(input)) return [];
  const below = Object.values(input.getFields()).flatMap((field) => inputsIn(field.type, `${at}.${field.name}`));
  return [{ input, at }, ...below];
}

/** The same variables with one more field in the input at `at`. */
export function smuggledInto(variables: unknown, at: string, extra: string): unknown {
  if (Array.isArray(variables)) return variables.map((each) => smuggledInto(each, at, extra));
  const held = typeof variables === 'object' && variables !== null ? variables : {};
  if (at === '') return { ...held, [extra]: 'ADMIN' };
  const [first = '', ...rest] = at.split('.');
  return { ...held, [first]: smuggledInto(Reflect.get(held, first), rest.join('.'), extra) };
}

/** A value as it stands in a document. */
export function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, held]) => `${name}: ${literalOf(held)}`);
  return `{ ${fields.join(', ')} }`;
}
