import type { Saga } from './saga.ts';

/** The table as a Mermaid state diagram, so that a test can compare the picture in a README with the code. */
export function toMermaid<State extends string, Event extends { readonly type: string }, Subject, Command>(
  saga: Saga<State, Event, Subject, Command>,
  initial: State,
): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${initial}`];
  for (const [state, row] of Object.entries<object>(saga.table)) {
    const steps = Object.entries(row as Record<string, { to: string }>); // the values of a table's row are its steps
    for (const [type, step] of steps) lines.push(`  ${state} --> ${step.to}: ${type}`);
    if (steps.length === 0) lines.push(`  ${state} --> [*]`);
  }
  return lines.join('\n');
}
