import type { Form } from '../form.ts';
import type { Part } from '../part.ts';
import type { Order } from '../preload/orders.ts';

/** The parts that take orders: Moa's own. The payment provider is somebody else's. */
export const ownParts = ({ parts }: Form): readonly Part[] => parts.filter(({ name }) => name !== 'provider');

/** Gives an order to each part that runs. One that dies meanwhile needs none: it comes back without any. */
export async function tellAll(form: Form, order: Order): Promise<void> {
  await Promise.all(
    ownParts(form)
      .filter((part) => part.isRunning())
      .map((part) =>
        part.tell(order).catch((error: unknown) => {
          if (part.isRunning()) throw error;
        }),
      ),
  );
}
