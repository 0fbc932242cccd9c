import { useSyncExternalStore } from 'react';
import type { DishFragment } from './menu.gen.ts';

export type CartLine = { readonly dish: DishFragment; readonly quantity: number };

/** As the graph allows of one dish. */
const most = 99;

let lines: readonly CartLine[] = [];
const listeners = new Set<() => void>();

function keep(next: readonly CartLine[]): void {
  lines = next;
  for (const listener of listeners) listener();
}

/** Puts so many more of a dish in, or takes them out; one with none left is out. */
export function changeQuantity(dish: DishFragment, by: number): void {
  const known = lines.find((line) => line.dish.id === dish.id);
  const quantity = Math.min(most, (known?.quantity ?? 0) + by);
  const others = (line: CartLine) => line.dish.id !== dish.id;
  if (quantity <= 0) keep(lines.filter(others));
  else if (known) keep(lines.map((line) => (line === known ? { dish, quantity } : line)));
  else keep([...lines, { dish, quantity }]);
}

export const emptyCart = (): void => keep([]);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What is going to be ordered, for as long as the page is open. */
export const useCart = (): readonly CartLine[] => useSyncExternalStore(subscribe, () => lines);

export const totalOf = (cart: readonly CartLine[]): number =>
  cart.reduce((sum, { dish, quantity }) => sum + dish.price * quantity, 0);
