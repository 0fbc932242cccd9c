import { failSpan, startSpan } from '@moa/telemetry';
import { limits } from '../limits.ts';
import { beginRecord } from '../metrics/operation-record.ts';
import { recordedIn } from '../request-context.ts';
import type { SharedSubscriptions } from '../subscriptions/shared-subscriptions.ts';
import { nameSpan, operationSpan } from './operations.ts';

/**
 * A span around the beginning of each client's subscription: until its first answer, or for as long as an answer may take. How
 * long it lasts after that is no figure of ours.
 */
export const traceSubscriptions = (shared: SharedSubscriptions): SharedSubscriptions => ({
  join(operation, listener) {
    const span = startSpan(operationSpan(operation.context.requestId));
    if (!span) return shared.join(operation, listener);
    nameSpan(span, operation.planned.definition);
    let begun = false;
    const begin = (error?: unknown): void => {
      if (begun) return;
      begun = true;
      clearTimeout(patience);
      if (error !== undefined) failSpan(span, error);
      span.end();
    };
    const patience = setTimeout(begin, limits.answerMs).unref();
    const context = recordedIn({ ...beginRecord(), span }, operation.context);
    const membership = shared.join(
      { ...operation, context },
      {
        tell(answer) {
          begin();
          listener.tell(answer);
        },
        end() {
          begin();
          listener.end();
        },
        fail(reason) {
          begin(reason);
          listener.fail(reason);
        },
      },
    );
    return {
      latest: membership.latest,
      leave(why) {
        begin();
        membership.leave(why);
      },
    };
  },
});
