import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { responseNameOf } from './client-fields.ts';

type Path = readonly (string | number)[];

/** What an object of an answer holds: the planner's response name → what is below it, if that has fields. */
type Level = Map<string, Level | undefined>;

type Operation = {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
};

/**
 * Puts the client's names into paths of errors. Such a path ends before the first field that the client did not ask for, which
 * may bear the name of one that they did. `planned` is the operation as the planner saw it.
 */
export function createClientPath(planned: Operation, renames: ReadonlyMap<string, string>): (path: Path) => Path {
  const root = levelOf([planned.operation.selectionSet], planned.fragments);
  return (path) => {
    const shown: (string | number)[] = [];
    let level: Level | undefined = root;
    for (const step of path) {
      if (typeof step === 'string' && level) {
        if (!level.has(step)) break;
        level = level.get(step);
        shown.push(renames.get(step) ?? step);
      } else shown.push(step);
    }
    return shown;
  };
}

function levelOf(sets: readonly SelectionSetNode[], fragments: Operation['fragments']): Level {
  const below = new Map<string, SelectionSetNode[]>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = responseNameOf(selection);
        below.set(name, [...(below.get(name) ?? []), ...(selection.selectionSet ? [selection.selectionSet] : [])]);
        continue;
      }
      const set =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments[selection.name.value]?.selectionSet;
      if (set) collect(set);
    }
  };
  sets.forEach(collect);
  return new Map(
    Array.from(below, ([name, inner]) => [name, inner.length > 0 ? levelOf(inner, fragments) : undefined]),
  );
}
