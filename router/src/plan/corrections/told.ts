import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';
import { argumentOf, directivesOf, fieldedTypes, fieldSetOf } from './join-directives.ts';
import type { Separated, SyntheticFields } from './requirements.ts';

/** What a subgraph must be told of an entity to serve a field: a place in its representation → the synthetic fields there. */
export type Told = ReadonlyMap<string, ReadonlySet<string>>;
export type ToldFor = (subgraph: string, typeName: string, fieldName: string) => Told | undefined;

export function readTold({ supergraph, fields }: Separated): ToldFor {
  const names = subgraphNames(supergraph);
  const told = new Map<string, Told>();
  for (const type of fields.size > 0 ? fieldedTypes(supergraph) : [])
    for (const field of type.fields ?? [])
      for (const join of directivesOf(field, 'join__field')) {
        const fieldSet = fieldSetOf(join, 'requires');
        const subgraph = names.get(String(argumentOf(join, 'graph')));
        if (fieldSet && subgraph !== undefined)
          told.set(keyOf(subgraph, type.name.value, field.name.value), placesIn(fieldSet, fields));
      }
  return (subgraph, typeName, fieldName) => told.get(keyOf(subgraph, typeName, fieldName));
}

/** Where a field stands in a representation, by its real name. */
export const placeOf = (above: string, name: string, fields: SyntheticFields): string =>
  `${above}.${fields.get(name)?.name ?? name}`;

function placesIn(fieldSet: SelectionSetNode, fields: SyntheticFields): Told {
  const places = new Map<string, Set<string>>();
  const walk = ({ selections }: SelectionSetNode, above: string): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, above);
      if (selection.kind !== Kind.FIELD) continue;
      const name = selection.name.value;
      const real = fields.get(name);
      const place = placeOf(above, name, fields);
      if (real) places.set(place, (places.get(place) ?? new Set()).add(name));
      if (selection.selectionSet) walk(selection.selectionSet, place);
    }
  };
  walk(fieldSet, '');
  return places;
}

function subgraphNames({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const graphs = definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.flatMap((value) =>
      directivesOf(value, 'join__graph').map((graph) => [value.name.value, String(argumentOf(graph, 'name'))] as const),
    ),
  );
}

const keyOf = (...names: readonly string[]): string => names.join(' ');
