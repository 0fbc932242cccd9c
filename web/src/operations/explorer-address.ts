import type { RecordedOperation } from './record.ts';

/** GraphiQL with the operation in a tab. What follows the # never leaves the browser. */
export function explorerAddress({ document, variables }: Pick<RecordedOperation, 'document' | 'variables'>): string {
  const parameters = new URLSearchParams({ query: document });
  if (Object.keys(variables).length > 0) parameters.set('variables', JSON.stringify(variables, null, 2));
  return `/graphiql#${parameters}`;
}
