import type { Viewer } from '@moa/identity';
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { graphError } from './errors.ts';
import { ownFields, type Policies, type Policy, policyOf } from './policies.ts';
import { hasRole, memberId } from './viewer.ts';

type Resolver = GraphQLFieldResolver<unknown, { readonly viewer: Viewer }>;
/** False for who gets null. @throws UNAUTHENTICATED or FORBIDDEN for who gets an error */
type Guard = (viewer: Viewer, object: unknown) => boolean;

/** Puts a guard before every resolver whose policy asks for one. */
export function enforcePolicies(schema: GraphQLSchema, policies: Policies): void {
  for (const own of ownFields(schema)) {
    const policy = policyOf(policies, own);
    const guard = policy && guardOf(policy);
    if (!guard) continue;
    const { type, field } = own;
    field.resolve = guarded(guard, field.resolve ?? defaultFieldResolver);
    if (type === schema.getSubscriptionType() && field.subscribe) field.subscribe = guarded(guard, field.subscribe);
  }
}

const guarded =
  (guard: Guard, resolve: Resolver): Resolver =>
  (object, inputs, context, info) =>
    guard(context.viewer, object) ? resolve(object, inputs, context, info) : null;

/** Undefined where the resolver itself says who gets what. */
function guardOf(policy: Policy): Guard | undefined {
  switch (policy) {
    case 'public':
    case 'filtered':
    case 'with-parent':
      return undefined;
    case 'member':
      return (viewer) => {
        memberId(viewer);
        return true;
      };
    case 'self':
      return isSelf;
    case 'self-or-admin':
      return (viewer, object) => isSelf(viewer, object) || hasRole(viewer, 'ADMIN');
  }
  return (viewer) => {
    if (!isHolder(viewer, policy)) throw graphError('FORBIDDEN');
    return true;
  };
}

function isHolder(viewer: Viewer, policy: Extract<Policy, object>): boolean {
  if ('service' in policy) return viewer.kind === 'service' && viewer.name === policy.service;
  const roles = 'role' in policy ? [policy.role] : policy.roles;
  return roles.some((role) => hasRole(viewer, role));
}

const isSelf: Guard = (viewer, object) =>
  viewer.kind === 'member' &&
  typeof object === 'object' &&
  object !== null &&
  'id' in object &&
  object.id === viewer.memberId;
