import type { Viewer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';

/** What is known of one operation from its arrival to its last byte. */
export type RequestContext = {
  readonly requestId: string;
  readonly viewer: Viewer;
  /** Writes `requestId` on each line. */
  readonly logger: Logger;
};
