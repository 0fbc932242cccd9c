import {
  type Field as FieldElement,
  type FragmentElement,
  type Operation,
  type SelectionSet,
  Variable,
} from '@apollo/federation-internals';
import type { Passes } from './collect.ts';

type Element = FieldElement | FragmentElement;

/** `@skip` and `@include` of a field or fragment, and what `if` has to be for it to pass. */
function conditionsOf(element: Element): readonly { readonly value: unknown; readonly wanted: boolean }[] {
  const schema = element.schema();
  const of = (directive: { arguments(): { if: boolean | Variable } } | undefined, wanted: boolean) =>
    directive ? [{ value: directive.arguments().if, wanted }] : [];
  return [
    ...of(element.appliedDirectivesOf(schema.skipDirective())[0], false),
    ...of(element.appliedDirectivesOf(schema.includeDirective())[0], true),
  ];
}

/** Names of the variables that decide which fields there are, each once. */
export function conditionVariables(operation: Operation): readonly string[] {
  const names = new Set<string>();
  const visit = (selections: SelectionSet): void => {
    for (const { element, selectionSet } of selections.selections()) {
      for (const { value } of conditionsOf(element)) if (value instanceof Variable) names.add(value.name);
      if (selectionSet) visit(selectionSet);
    }
  };
  visit(operation.selectionSet);
  return [...names];
}

/** What passes under these values; each variable of `conditionVariables` has one. */
export function passesUnder(values: ReadonlyMap<string, boolean>): Passes {
  return (element) =>
    conditionsOf(element).every(
      ({ value, wanted }) => (value instanceof Variable ? values.get(value.name) : value) === wanted,
    );
}
