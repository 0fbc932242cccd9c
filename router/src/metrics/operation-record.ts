import type { Span } from '@moa/telemetry';
import type { OperationTypeNode } from 'graphql';
import { codeOf, type ErrorCode } from '../errors.ts';
import type { PlannedOperation } from '../plan/operation.ts';

/** What becomes of an operation, filled in by those who know while it is carried out. */
export type OperationRecord = {
  /** By `performance.now()`. */
  readonly startedAt: number;
  type?: OperationTypeNode | undefined;
  planned?: PlannedOperation | undefined;
  /** Of the first error in its answer. */
  code?: ErrorCode | undefined;
  /** Where operations are traced. */
  span?: Span;
};

export const beginRecord = (): OperationRecord => ({ startedAt: performance.now() });

/** @param errors as clients see them */
export const outcomeOf = (errors: readonly Parameters<typeof codeOf>[0][] | undefined): ErrorCode | undefined => {
  const [first] = errors ?? [];
  return first && (codeOf(first) ?? 'INTERNAL_SERVER_ERROR');
};
