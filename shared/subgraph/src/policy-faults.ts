import { type GraphQLSchema, isNonNullType, isUnionType } from 'graphql';
import { type OwnField, ownFields, type Policies, type Policy, policyOf } from './policies.ts';

const advice = 'Say in domain/access.ts who may use each field of schema.graphql.';

/** @throws Error naming every field whose policy is missing, stale or can't be kept */
export function checkPolicies(name: string, schema: GraphQLSchema, policies: Policies): void {
  const faults = [
    ...fieldFaults(schema, policies),
    ...entityFaults(schema, policies),
    ...staleFaults(schema, policies),
  ];
  if (faults.length === 0) return;
  throw new Error(`The policies of the subgraph ${name} don't fit its schema. ${advice}\n  ${faults.join('\n  ')}`);
}

const fieldFaults = (schema: GraphQLSchema, policies: Policies): readonly string[] =>
  ownFields(schema).flatMap((own) => {
    const policy = policyOf(policies, own);
    const place = `${own.type.name}.${own.field.name}`;
    if (policy === undefined) return [`${place} has no policy`];
    return rejections(schema, own, policy).map((why) => `${place} can't be ${JSON.stringify(policy)}: ${why}`);
  });

function rejections(schema: GraphQLSchema, { type, field }: OwnField, policy: Policy): readonly string[] {
  const isSelf = policy === 'self' || policy === 'self-or-admin';
  const isRoot = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);
  if (isRoot && (isSelf || policy === 'with-parent')) return ['it has no parent'];
  if (isSelf && isNonNullType(field.type)) return ['it is not nullable'];
  if (isSelf && !type.getFields().id) return [`a ${type.name} has no id`];
  return [];
}

/** The names of the types that others may refer to by a key. */
function entitiesOf(schema: GraphQLSchema): readonly string[] {
  const union = schema.getType('_Entity');
  return isUnionType(union) ? union.getTypes().map((type) => type.name) : [];
}

const statedEntities = ({ _entities }: Policies): Readonly<Record<string, Policy>> =>
  typeof _entities === 'object' ? _entities : {};

function entityFaults(schema: GraphQLSchema, policies: Policies): readonly string[] {
  const stated = statedEntities(policies);
  return entitiesOf(schema).flatMap((name) => {
    const policy = stated[name];
    if (policy === undefined) return [`_entities.${name} has no policy: may anybody look one up by its key?`];
    return policy === 'public' || policy === 'filtered' ? [] : [`_entities.${name} is neither public nor filtered`];
  });
}

function staleFaults(schema: GraphQLSchema, policies: Policies): readonly string[] {
  const known = new Set(ownFields(schema).map(({ type, field }) => `${type.name}.${field.name}`));
  const types = new Set(ownFields(schema).map(({ type }) => type.name));
  const entities = new Set(entitiesOf(schema));
  return Object.entries(policies).flatMap(([type, stated]) => {
    if (type === '_entities')
      return stale(Object.keys(statedEntities(policies)), entities, (name) => `_entities.${name}`);
    if (stated === 'with-parent') return stale([type], types, (name) => name);
    return stale(
      Object.keys(stated).map((field) => `${type}.${field}`),
      known,
      (name) => name,
    );
  });
}

const stale = (
  stated: readonly string[],
  known: ReadonlySet<string>,
  placeOf: (name: string) => string,
): readonly string[] =>
  stated
    .filter((name) => !known.has(name))
    .map((name) => `${placeOf(name)} is not in the schema: take its policy away`);
