import type { IncomingMessage } from 'node:http';
import { compile } from '@fastify/proxy-addr';
import { failSpan, type Span, type SpanOf, startSpan } from '@moa/telemetry';
import { type ErrorCode, errorCatalogue } from '../errors.ts';
import { beginRecord, type OperationRecord } from '../metrics/operation-record.ts';
import type { OperationMetrics, Origin } from '../metrics/operations.ts';

/** The same as `measured`, with a span around each operation; clients name no span, only proxies that are trusted do. */
export function traceOperations(
  measured: OperationMetrics | undefined,
  trustedProxies: readonly string[],
): OperationMetrics {
  const isTrusted = compile([...trustedProxies]);
  const above = ({ raw }: Origin): string | undefined =>
    raw && isTrusted(raw.socket.remoteAddress ?? '', 0) ? textOf(raw, 'traceparent') : undefined;
  return {
    begin(origin) {
      const record = measured?.begin(origin) ?? beginRecord();
      const span = startSpan(operationSpan(origin.id), above(origin));
      if (span) record.span = span;
      return record;
    },
    answered(record) {
      measured?.answered(record);
      endSpan(record);
    },
    failed(record, error) {
      measured?.failed(record, error);
      if (record.span) failSpan(record.span, error);
      endSpan(record);
    },
    started: (planned) => measured?.started(planned),
    refused: (code) => measured?.refused(code),
  };
}

/** What it is called is known once it is planned. */
export const operationSpan = (requestId: string): SpanOf => ({
  name: 'operation',
  kind: 'server',
  attributes: { 'request.id': requestId },
});

function endSpan({ span, planned, type, code }: OperationRecord): void {
  if (!span) return;
  if (planned) nameSpan(span, planned.definition);
  else if (type) span.updateName(type).setAttribute('graphql.operation.type', type);
  noteCode(span, code);
  span.end();
}

type Definition = NonNullable<OperationRecord['planned']>['definition'];

export function nameSpan(span: Span, { operation, name }: Definition): void {
  span.updateName(name ? `${operation} ${name.value}` : operation);
  span.setAttribute('graphql.operation.type', operation);
  if (name) span.setAttribute('graphql.operation.name', name.value);
}

/** A span has failed where the fault is on our side. */
function noteCode(span: Span, code: ErrorCode | undefined): void {
  if (code === undefined) return;
  if (errorCatalogue[code].status >= 500) failSpan(span, code);
  else span.setAttribute('error.type', code);
}

function textOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
