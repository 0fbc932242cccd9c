import type { IncomingMessage } from 'node:http';
import { createDurations, createTallies, type Series, type Tally } from '@moa/telemetry';
import type { Registry } from 'prom-client';
import type { ErrorCode } from '../errors.ts';
import type { PlannedOperation } from '../plan/operation.ts';
import { createOperationNames, unknownOperation } from './operation-names.ts';
import { beginRecord, type OperationRecord } from './operation-record.ts';

/** Where an operation came from. */
export type Origin = {
  /** Of its request. */
  readonly id: string;
  /** The request itself, where the operation is all of it. */
  readonly raw?: IncomingMessage;
};

/** Counts operations and the time that they take. */
export interface OperationMetrics {
  /** An operation has come: one of `answered` and `failed` follows. */
  begin(origin: Origin): OperationRecord;
  /** Its answer is there. */
  answered(record: OperationRecord): void;
  /** No answer came of it, which `refused` counts. */
  failed(record: OperationRecord, error: unknown): void;
  /** A subscription has begun. */
  started(planned: PlannedOperation): void;
  /** An operation was refused before anybody looked into it. */
  refused(code: ErrorCode | undefined): void;
}

/** Operations of one name and type. */
type Kind = { readonly name: string; readonly type: string; readonly outcomes: Map<string, Tally> };

export function createOperationMetrics(registry: Registry): OperationMetrics {
  const operations = createTallies(
    registry,
    'router_operations_total',
    'Operations by name, type and outcome, which is ok or the code of the first error. A subscription counts when it begins.',
  );
  const durations = createDurations(
    registry,
    'router_operation_duration_seconds',
    'Time from the arrival of a query or a mutation, whole, until its answer is written.',
  );
  const lookups = createTallies(
    registry,
    'router_plan_cache_lookups_total',
    'Operations whose plan was remembered (hit), or was made for them (miss).',
  );
  const [hits, misses] = [lookups({ result: 'hit' }), lookups({ result: 'miss' })];

  const nameOf = createOperationNames();
  const kinds = new Map<string, Kind>();
  const kindOf = (name: string, type: string): Kind => {
    const key = `${type} ${name}`;
    const kind = kinds.get(key) ?? { name, type, outcomes: new Map() };
    kinds.set(key, kind);
    return kind;
  };
  const kindsByPlan = new WeakMap<PlannedOperation, Kind>();
  const kindOfPlan = (planned: PlannedOperation): Kind => {
    const known = kindsByPlan.get(planned);
    (known ? hits : misses).count += 1; // a plan that is met for the first time was just made
    if (known) return known;
    const kind = kindOf(nameOf(planned), planned.definition.operation);
    kindsByPlan.set(planned, kind);
    return kind;
  };
  const count = ({ name, type, outcomes }: Kind, outcome: string): void => {
    let tally = outcomes.get(outcome);
    if (!tally) {
      tally = operations({ graphql_operation_name: name, graphql_operation_type: type, outcome });
      outcomes.set(outcome, tally);
    }
    tally.count += 1;
  };
  const seriesByType = new Map<string, Series>();
  const seriesOf = (type: string): Series => {
    const series = seriesByType.get(type) ?? durations({ graphql_operation_type: type });
    seriesByType.set(type, series);
    return series;
  };

  const answered = (record: OperationRecord): void => {
    const { planned, type = unknownOperation, code = 'ok', startedAt } = record;
    const kind = planned ? kindOfPlan(planned) : kindOf(unknownOperation, type);
    count(kind, code);
    seriesOf(kind.type).observeSince(startedAt);
  };

  return {
    begin: beginRecord,
    answered,
    failed: () => {},
    started: (planned) => count(kindOfPlan(planned), 'ok'),
    refused: (code = 'INTERNAL_SERVER_ERROR') => count(kindOf(unknownOperation, unknownOperation), code),
  };
}
