import type { Role, Viewer } from '@moa/identity';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
} from 'graphql';

/**
 * Who may use a field.
 * - `public`: anybody
 * - `member`: who is signed in; UNAUTHENTICATED for others
 * - `{ role }`, `{ roles }`: who holds it, or one of them; FORBIDDEN for others
 * - `{ service }`: that part of Moa, for itself; FORBIDDEN for others
 * - `self`, `self-or-admin`: the member that the object is; null for others
 * - `filtered`: the resolver, loader or action decides for each object; a comment beside it names which
 * - `with-parent`: whoever got the object may read the field
 */
export type Policy =
  | 'public'
  | 'member'
  | 'self'
  | 'self-or-admin'
  | 'filtered'
  | 'with-parent'
  | { readonly role: Role }
  | { readonly roles: readonly Role[] }
  | { readonly service: string };

/**
 * Type → field → policy, for every field of a subgraph's own schema. `with-parent` for a type stands for all of its fields
 * that take no arguments. `_entities` says of each entity whether anybody may look it up by its key, or whether that is
 * `filtered`.
 */
export type Policies = Readonly<Record<string, 'with-parent' | Readonly<Record<string, Policy>>>>;

/** A field of a subgraph's own, as the guards see it. */
export type OwnField = {
  readonly type: GraphQLObjectType<unknown, { readonly viewer: Viewer }>;
  readonly field: GraphQLField<unknown, { readonly viewer: Viewer }>;
};

/** By their full names: a field of our own that begins with `_` is to have a policy, too. */
const addedByFederation = new Set(['Query._entities', 'Query._service', '_Service.sdl']);

/** Every field of every object type, but for those that federation and introspection add. */
export const ownFields = (schema: GraphQLSchema): readonly OwnField[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ type, field }) => !addedByFederation.has(`${type.name}.${field.name}`));

/** What is stated of a field; undefined when nothing is. */
export function policyOf(policies: Policies, { type, field }: OwnField): Policy | undefined {
  const stated = Object.hasOwn(policies, type.name) ? policies[type.name] : undefined;
  if (stated === 'with-parent') return field.args.length === 0 ? stated : undefined;
  return stated && Object.hasOwn(stated, field.name) ? stated[field.name] : undefined;
}
