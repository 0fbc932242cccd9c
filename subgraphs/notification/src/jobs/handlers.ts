import type { JobHandlers, Outbox } from '@moa/outbox';
import { z } from 'zod';
import { type DeliverContext, deliverNotification } from '../actions/deliver-notification.ts';
import { fanOut, fanOutJob, telling } from '../actions/fan-out.ts';
import { eraseJob, erasePerson } from '../actions/forget-member.ts';
import { deliveryJob, type NotifyContext } from '../actions/notify.ts';
import { oneAtATime } from './one-at-a-time.ts';

const delivery = z.object({ notificationId: z.uuid(), channel: z.string() });
const erasure = z.object({ memberId: z.uuid() });

type JobContext = NotifyContext & {
  readonly transaction: Outbox['transaction'];
  /** Asked anew for each run: what one read must not outlive it. */
  readonly deliverContext: () => DeliverContext;
};

/** The subgraph's own work. What writes very much does so one after the other, and leaves the database to everybody else. */
export function jobHandlers({ transaction, deliverContext, ...context }: JobContext): JobHandlers {
  const inTurn = oneAtATime();
  return {
    [deliveryJob]: (data) => deliverNotification(deliverContext(), delivery.parse(data)),
    [fanOutJob]: (data) => inTurn(() => transaction((em) => fanOut(em, telling.parse(data), context))),
    [eraseJob]: (data) => inTurn(() => transaction((em) => erasePerson(em, erasure.parse(data).memberId))),
  };
}
