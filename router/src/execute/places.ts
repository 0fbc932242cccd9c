import type { Entity, Path } from './run.ts';

/** Where a plan's node works: response names, and `@` for each element of a list. */
export type PlanPath = readonly (string | number)[];

const everyElement = '@';

/** The objects at `path`, without those that are null. @throws TypeError where a list stands that the path doesn't tell of, or the reverse */
export function entitiesAt(data: Entity, path: PlanPath): Entity[] {
  const found: Entity[] = [];
  gather(data, path, 0, found);
  return found;
}

function gather(start: unknown, path: PlanPath, from: number, found: Entity[]): void {
  let value = start;
  for (let depth = from; depth < path.length; depth += 1) {
    if (value === undefined || value === null) return;
    const step = path[depth] as string; // plans have no indices
    if (step === everyElement) {
      if (!Array.isArray(value)) throw new TypeError('A subgraph sent something else where its schema has a list.');
      for (const element of value) gather(element, path, depth + 1, found);
      return;
    }
    if (Array.isArray(value)) throw new TypeError(`A subgraph sent a list where its schema has none, above "${step}".`);
    value = Object.hasOwn(value, step) ? (value as Entity)[step] : undefined;
  }
  if (value === undefined || value === null) return;
  if (!Array.isArray(value))
    found.push(value as Entity); // what stands at a path of the plan is an object by the schema
  else for (const element of value) if (element !== undefined && element !== null) found.push(element);
}

/** The places of what `entitiesAt` finds, in the same order. */
export function placesAt(data: Entity, path: PlanPath): Path[] {
  const places: Path[] = [];
  const here: (string | number)[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (value === undefined || value === null) return;
    const step = path[depth];
    if (Array.isArray(value)) {
      value.forEach((element, index) => {
        here.push(index);
        visit(element, step === everyElement ? depth + 1 : depth);
        here.pop();
      });
    } else if (step === undefined) {
      places.push([...here]);
    } else if (Object.hasOwn(value, step)) {
      here.push(step);
      visit((value as Entity)[step], depth + 1); // hasOwn: it has that key
      here.pop();
    }
  };
  visit(data, 0);
  return places;
}
