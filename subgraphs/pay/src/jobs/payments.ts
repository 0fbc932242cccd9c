import type { JobHandlers } from '@moa/outbox';
import { z } from 'zod';
import { chargePayment } from '../actions/charge-payment.ts';
import type { SettlingContext } from '../actions/context.ts';
import { refundPayment } from '../actions/refund-payment.ts';
import type { PaymentJob } from '../domain/settlement.ts';

const job = z.object({ paymentId: z.uuid() });

/** The subgraph's own work. `contextFor` is asked anew for each run: what one read must not outlive it. */
export const jobHandlers = (contextFor: () => SettlingContext): Readonly<Record<PaymentJob, JobHandlers[string]>> => ({
  chargePayment: (data) => chargePayment(contextFor(), job.parse(data).paymentId),
  refundPayment: (data) => refundPayment(contextFor(), job.parse(data).paymentId),
});
