import { ApolloLink } from '@apollo/client';
import { print } from 'graphql';
import { tap } from 'rxjs';
import { change, record } from './record.ts';

declare module '@apollo/client' {
  interface DefaultContext {
    /** The variables hold a secret: the list of operations shows none of them. */
    secret?: boolean;
  }
}

/** Tells the drawer what goes through. */
export const recordLink = new ApolloLink((operation, forward) => {
  const began = performance.now();
  const id = record({
    name: operation.operationName ?? '',
    kind: operation.operationType,
    document: withoutTypenames(print(operation.query)),
    variables: operation.getContext().secret ? {} : (operation.variables ?? {}),
  });
  const tookMs = () => performance.now() - began;
  return forward(operation).pipe(
    tap({
      next: (result) =>
        change(id, (known) => ({
          ...known,
          outcome: result.errors ? 'failed' : known.kind === 'subscription' ? 'running' : 'done',
          tookMs: known.tookMs ?? tookMs(),
          result: result.errors ? { data: result.data, errors: result.errors } : result.data,
          events: known.events + 1,
          ...requestIdIn(result.extensions),
        })),
      error: (fault) =>
        change(id, (known) => ({
          ...known,
          outcome: 'failed',
          tookMs: known.tookMs ?? tookMs(),
          result: String(fault),
        })),
      finalize: () => change(id, (known) => (known.outcome === 'running' ? { ...known, outcome: 'done' } : known)),
    }),
  );
});

/** The client asks for them all, for its cache: nobody wrote them, and nobody wants to read them. */
const withoutTypenames = (document: string): string => document.replace(/^ *__typename\n/gm, '');

const requestIdIn = (extensions: Record<string, unknown> | undefined): { requestId?: string } =>
  typeof extensions?.requestId === 'string' ? { requestId: extensions.requestId } : {};
