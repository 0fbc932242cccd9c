import { createHash } from 'node:crypto';
import type { PlannedOperation } from '../plan/operation.ts';

/** What all operations beyond the bound are counted under. */
export const otherOperations = 'other';

/** What an operation is counted under that was refused before it was planned: its name may be anything. */
export const unknownOperation = 'unknown';

/** Characters; nobody reads more of a name. */
const longestName = 64;

/**
 * Names of planned operations as values of a label, of which there are never more than `most`: each is a series of its own
 * for as long as the process lives, and who sends operations may be anybody. One without a name is called by its text's hash.
 */
export function createOperationNames(most = 500): (operation: PlannedOperation) => string {
  const names = new Set<string>();
  return ({ text, definition }) => {
    const name = definition.name?.value ?? `#${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
    if (names.has(name)) return name;
    if (names.size >= most || name.length > longestName) return otherOperations;
    names.add(name);
    return name;
  };
}
