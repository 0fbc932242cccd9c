import type { ChildProcess } from 'node:child_process';
import type { Letter, Order, Receipt } from './orders.ts';

/** To be put into NODE_OPTIONS of each process of Moa, which needs a channel (`ipc` among its stdio) to hear orders. */
export const preloadOption = `--import=${new URL('main.ts', import.meta.url).href}`;

let letters = 0;

/** Gives a process an order; resolves once it holds. @throws when the process does not take it, or is gone, or hangs for 5 s */
export function tellPreload(child: ChildProcess, order: Order): Promise<void> {
  letters += 1;
  const letter: Letter = { number: letters, order };
  return new Promise<void>((resolve, reject) => {
    const settle = (fault?: string): void => {
      clearTimeout(timer);
      child.off('message', read).off('exit', left);
      if (fault === undefined) resolve();
      else reject(new Error(`The process ${child.pid} did not take the order ${order.kind}: ${fault}`));
    };
    const read = (message: Partial<Receipt>): void => {
      if (message.number === letter.number) settle(message.fault ?? undefined);
    };
    const left = (): void => settle('it is gone.');
    const timer = setTimeout(() => settle('it does not answer.'), 5_000);
    child.on('message', read).once('exit', left);
    child.send(letter, (error) => {
      if (error) settle(error.message);
    });
  });
}
