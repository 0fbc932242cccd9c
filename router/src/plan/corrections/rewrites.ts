import type { FetchDataRewrite } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

type Fields = Record<string, unknown>;

const fragment = '... on ';

/**
 * Carries out a plan's rewrites of a representation or of an answer. The gateway's own function loses what it renames when
 * that is 0, false, "" or null.
 */
export function applyRewrites(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[] | undefined,
  value: unknown,
): void {
  for (const rewrite of rewrites ?? []) {
    const last = rewrite.path.at(-1);
    if (last === undefined) continue;
    for (const fields of objectsAt(schema, value, rewrite.path.slice(0, -1))) {
      if (rewrite.kind === 'ValueSetter') define(fields, last, rewrite.setValueTo);
      else if (Object.hasOwn(fields, last) && fields[last] !== undefined) {
        define(fields, rewrite.renameKeyTo, fields[last]);
        delete fields[last];
      }
    }
  }
}

function objectsAt(schema: GraphQLSchema, value: unknown, path: readonly string[]): readonly Fields[] {
  if (Array.isArray(value)) return value.flatMap((element) => objectsAt(schema, element, path));
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Fields; // an object of a JSON text
  const [step, ...rest] = path;
  if (step === undefined) return [fields];
  if (!step.startsWith(fragment)) return Object.hasOwn(fields, step) ? objectsAt(schema, fields[step], rest) : [];
  return isOfType(schema, fields.__typename, step.slice(fragment.length)) ? objectsAt(schema, fields, rest) : [];
}

/** An object whose type is not known may be of any. */
function isOfType(schema: GraphQLSchema, typename: unknown, condition: string): boolean {
  if (!typename || typename === condition) return true;
  const type = schema.getType(String(typename));
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
}

/** `__proto__` is a name like any other. */
function define(fields: Fields, name: string, value: unknown): void {
  Object.defineProperty(fields, name, { value, writable: true, enumerable: true, configurable: true });
}
