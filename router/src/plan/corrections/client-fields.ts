import { type DocumentNode, type FieldNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { type Needs, signatureOf } from './needs.ts';

export type RenamedFields = {
  readonly document: DocumentNode;
  /** The planner's response name → the client's. */
  readonly renames: ReadonlyMap<string, string>;
};

/**
 * Gives an alias of ours to each of the client's fields that the planner would mistake for one it needs. It tells fields apart
 * by response name only: of `{ upc: name }` it would send the name as the key `upc`, and answer with the key.
 *
 * A field and its arguments are renamed everywhere or nowhere, so that what merged before still does, through fragments too.
 */
export function renameClientFields(document: DocumentNode, schema: GraphQLSchema, needs: Needs): RenamedFields {
  const mistaken = findMistaken(document, schema, needs);
  if (mistaken.size === 0) return { document, renames: new Map() };

  const taken = new Set([...responseNamesOf(document), ...needs.fieldNames]);
  const aliases = new Map<string, string>();
  for (const responseName of mistaken.values()) {
    if (aliases.has(responseName)) continue;
    const alias = freeName(responseName, taken);
    taken.add(alias);
    aliases.set(responseName, alias);
  }
  const renamed: DocumentNode = visit(document, {
    Field(field) {
      const alias = mistaken.has(identityOf(field)) ? aliases.get(responseNameOf(field)) : undefined;
      if (!alias) return undefined;
      return { ...field, alias: { ...(field.alias ?? field.name), value: alias } };
    },
  });
  return { document: renamed, renames: new Map(Array.from(aliases, ([client, planner]) => [planner, client])) };
}

/** Identity → response name. */
function findMistaken(document: DocumentNode, schema: GraphQLSchema, needs: Needs): ReadonlyMap<string, string> {
  const mistaken = new Map<string, string>();
  const types = new TypeInfo(schema);
  const enter = (field: FieldNode): void => {
    const responseName = responseNameOf(field);
    const parent = types.getParentType();
    if (parent && isMistaken(field, needs.of(parent.name, responseName))) mistaken.set(identityOf(field), responseName);
  };
  visit(document, visitWithTypeInfo(types, { Field: enter }));
  return mistaken;
}

function isMistaken(field: FieldNode, needed: ReadonlySet<string>): boolean {
  // Needed of every object whose type is not known beforehand.
  if (responseNameOf(field) === '__typename') return field.name.value !== '__typename';
  return needed.size > 0 && !(needed.size === 1 && needed.has(signatureOf(field)));
}

export const responseNameOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

export function responseNamesOf(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, { Field: (field) => void names.add(responseNameOf(field)) });
  return names;
}

const identityOf = (field: FieldNode): string => `${responseNameOf(field)}:${signatureOf(field)}`;

export function freeName(responseName: string, taken: ReadonlySet<string>): string {
  let name = `client_${responseName}`;
  for (let count = 2; taken.has(name); count += 1) name = `client${count}_${responseName}`;
  return name;
}
