import { createHash } from 'node:crypto';
import { createBoundedNames } from '@moa/telemetry';
import type { PlannedOperation } from '../plan/operation.ts';

/** What an operation is counted under that was refused before it was planned: its name may be anything. */
export const unknownOperation = 'unknown';

/** Names of planned operations as values of a label, of which there are never more than `most`. One without a name is called by its text's hash. */
export function createOperationNames(most = 500): (operation: PlannedOperation) => string {
  const bounded = createBoundedNames(most);
  return ({ text, definition }) =>
    bounded(definition.name?.value ?? `#${createHash('sha256').update(text).digest('hex').slice(0, 8)}`);
}
