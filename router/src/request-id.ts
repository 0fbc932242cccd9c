import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isRequestId } from '@moa/telemetry';

/** A caller's own id of its request, when it can't upset a log; else a new one. */
export function requestIdOf({ 'x-request-id': id }: IncomingHttpHeaders): string {
  return isRequestId(id) ? id : randomUUID();
}
