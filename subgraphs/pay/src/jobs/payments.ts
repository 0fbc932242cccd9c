import type { JobHandlers } from '@moa/outbox';
import { z } from 'zod';
import { chargePayment } from '../actions/charge-payment.ts';
import type { SettlingContext } from '../actions/context.ts';
import { erasePaymentMethods } from '../actions/erase-payment-methods.ts';
import { refundPayment } from '../actions/refund-payment.ts';
import type { erasing } from '../domain/payment-method.ts';
import type { PaymentJob } from '../domain/settlement.ts';

const job = z.object({ paymentId: z.uuid() });
const memberJob = z.object({ memberId: z.uuid() });

type JobName = PaymentJob | ReturnType<typeof erasing>['name'];

/** The subgraph's own work. `contextFor` is asked anew for each run: what one read must not outlive it. */
export const jobHandlers = (contextFor: () => SettlingContext): Readonly<Record<JobName, JobHandlers[string]>> => ({
  chargePayment: (data) => chargePayment(contextFor(), job.parse(data).paymentId),
  chargeRide: (data) => chargePayment(contextFor(), job.parse(data).paymentId),
  chargeTokens: (data) => chargePayment(contextFor(), job.parse(data).paymentId),
  refundPayment: (data) => refundPayment(contextFor(), job.parse(data).paymentId),
  erasePaymentMethods: (data) => erasePaymentMethods(contextFor(), memberJob.parse(data).memberId),
});
