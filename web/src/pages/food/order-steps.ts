import type { Step } from '../../ui/status-line.tsx';
import type { OrderShownFragment } from './order.gen.ts';
import type { orderWords } from './order-words.ts';

type Words = (typeof orderWords)['ko'];

/** How far an order has come, by what payment and delivery last said. */
export function stepsOf({ status, cancellation, progress }: OrderShownFragment, words: Words): readonly Step[] {
  const { steps, looking, reasons } = words;
  const { paymentStatus, deliveryStatus, courier } = progress;
  const ordered: Step = { label: steps.ordered, state: 'done' };
  const wasPaid = paymentStatus === 'CAPTURED' || paymentStatus === 'REFUNDED';
  switch (status) {
    case 'CANCELLED':
      return [
        ordered,
        ...(wasPaid ? [{ label: steps.paying, state: 'done' } as const] : []),
        { label: steps.cancelled, state: 'failed', detail: cancellation && reasons[cancellation.reason] },
        ...(wasPaid ? [{ label: steps.refunded, state: paymentStatus === 'REFUNDED' ? 'done' : 'now' } as const] : []),
      ];
    case 'ORDERED':
      return [
        ordered,
        { label: steps.paying, state: 'now' },
        { label: steps.courier, state: 'ahead' },
        { label: steps.onTheWay, state: 'ahead' },
        { label: steps.arrived, state: 'ahead' },
      ];
    case 'PAID':
    case 'COMPLETED': {
      const arrived = status === 'COMPLETED' || deliveryStatus === 'COMPLETED';
      return [
        ordered,
        { label: steps.paying, state: 'done' },
        {
          label: steps.courier,
          state: courier || arrived ? 'done' : 'now',
          detail: courier?.name ?? (arrived ? undefined : looking),
        },
        { label: steps.onTheWay, state: arrived ? 'done' : courier ? 'now' : 'ahead' },
        { label: steps.arrived, state: arrived ? 'done' : 'ahead' },
      ];
    }
  }
}
