import {
  type CompositeType,
  type FieldDefinition,
  type Field as FieldElement,
  type FragmentElement,
  isCompositeType,
  isSubtype,
  type OutputType,
  type SelectionSet,
} from '@apollo/federation-internals';

/** A selection set and the type that it was written for. */
export type Layer = { readonly type: CompositeType; readonly selections: SelectionSet };

/** All that a client's document says of one key of an object. */
export type Collected = {
  readonly responseName: string;
  readonly definition: FieldDefinition<CompositeType>;
  /** Of the first field of that name, as the gateway has it: nullability may differ between a type and its interfaces. */
  readonly type: OutputType;
  /** What `__typename` says of an object that has none: the type that the selection was written for. */
  readonly parent: CompositeType;
  /** Selection sets of all the fields that share the key, in order. */
  readonly layers: Layer[];
};

/** Whether `@skip` and `@include` let a field or fragment pass, under the variables that one shaper is made for. */
export type Passes = (element: FieldElement | FragmentElement) => boolean;

/**
 * The keys of an object in the order of the answer. `runtime` is what its `__typename` says; an object without one is what
 * each selection set takes it for.
 */
export function collect(
  layers: readonly Layer[],
  runtime: CompositeType | undefined,
  passes: Passes,
): readonly Collected[] {
  const keys = new Map<string, Collected>();
  const visit = (selections: SelectionSet, parent: CompositeType): void => {
    for (const selection of selections.selections()) {
      if (!passes(selection.element)) continue;
      if (selection.kind === 'FieldSelection') {
        const { definition } = selection.element;
        const { type } = definition;
        if (!type) throw new Error(`The field ${definition.coordinate} has no type.`); // no schema that was built has such
        const responseName = selection.element.responseName();
        const known = keys.get(responseName) ?? { responseName, definition, type, parent, layers: [] };
        keys.set(responseName, known);
        const inner = innermost(type);
        if (selection.selectionSet && isCompositeType(inner))
          known.layers.push({ type: inner, selections: selection.selectionSet });
      } else {
        const { typeCondition } = selection.element;
        if (!typeCondition || isSubtype(typeCondition, runtime ?? parent))
          visit(selection.selectionSet, typeCondition ?? parent);
      }
    }
  };
  for (const { selections, type } of layers) visit(selections, runtime ?? type);
  return [...keys.values()];
}

function innermost(type: OutputType): OutputType {
  return 'ofType' in type ? innermost(type.ofType) : type;
}
