/** What all names beyond the bound are counted under. */
export const otherNames = 'other';

/** Characters; nobody reads more of a name. */
const longestName = 64;

/**
 * Names as values of a label, of which there are never more than `most`: each is a series of its own for as long as the
 * process lives, and who thinks of names may be anybody.
 */
export function createBoundedNames(most: number): (name: string) => string {
  const names = new Set<string>();
  return (name) => {
    if (names.has(name)) return name;
    if (names.size >= most || name.length > longestName) return otherNames;
    names.add(name);
    return name;
  };
}
