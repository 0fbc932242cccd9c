import { sumOf, timesQuantity } from '@moa/money';
import { done, isId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import type { MenuItem } from './menu-item.ts';
import type { Order, OrderLine } from './order.ts';
import { type PlaceOrderRefusal, placeOrderRefusals } from './refusals.ts';

export type PlaceOrder = {
  readonly lines: readonly { readonly menuItemId: string; readonly quantity: number }[];
  readonly deliveryAddress: string;
  readonly paymentMethodId: string;
  readonly idempotencyKey: string;
};

/** What placing an order needs besides the command: the clock, the id and the menu are given, so that the rule stays pure. */
export type Placement = {
  readonly id: string;
  readonly customerId: string;
  readonly now: Date;
  /** The dishes that the command names and that exist. */
  readonly menu: ReadonlyMap<string, Pick<MenuItem, 'name' | 'price' | 'soldOut'>>;
};

const refuse = refusalsFrom(placeOrderRefusals);
const mostLines = 50;
const highestQuantity = 99;

/** An order with the prices of this moment, or everything that is wrong with the command. */
export function decidePlaceOrder(command: PlaceOrder, placement: Placement): Outcome<Order, PlaceOrderRefusal['code']> {
  const refusals = [...faultsOf(command), ...(tooMany(command) ? [] : faultsOfLines(command, placement.menu))];
  if (refusals.length > 0) return refused(...refusals);
  const lines = command.lines.flatMap((line) => priced(line, placement.menu));
  return done({
    id: placement.id,
    version: 1,
    status: 'ORDERED',
    customerId: placement.customerId,
    lines,
    total: sumOf(lines.map(({ price, quantity }) => timesQuantity(price, quantity))),
    deliveryAddress: command.deliveryAddress.trim(),
    paymentMethodId: command.paymentMethodId,
    placedAt: placement.now,
  });
}

const tooMany = ({ lines }: PlaceOrder): boolean => lines.length > mostLines;

const isBetween = (least: number, value: number, most: number): boolean => value >= least && value <= most;

function faultsOf(command: PlaceOrder): readonly PlaceOrderRefusal[] {
  return [
    ...(command.lines.length > 0 ? [] : [refuse('NO_LINES', 'lines')]),
    ...(tooMany(command) ? [refuse('TOO_MANY_LINES', 'lines')] : []),
    ...(isBetween(1, command.deliveryAddress.trim().length, 200) ? [] : [refuse('ADDRESS_INVALID', 'deliveryAddress')]),
    ...(isId(command.paymentMethodId) ? [] : [refuse('PAYMENT_METHOD_INVALID', 'paymentMethodId')]),
    ...(isBetween(1, command.idempotencyKey.length, 100) ? [] : [refuse('IDEMPOTENCY_KEY_INVALID', 'idempotencyKey')]),
  ];
}

function faultsOfLines({ lines }: PlaceOrder, menu: Placement['menu']): readonly PlaceOrderRefusal[] {
  const seen = new Set<string>();
  return lines.flatMap(({ menuItemId, quantity }, index) => {
    const at = ['lines', String(index)] as const;
    const dish = menu.get(menuItemId);
    const repeated = seen.has(menuItemId);
    seen.add(menuItemId);
    return [
      ...(isBetween(1, quantity, highestQuantity) ? [] : [refuse('QUANTITY_OUT_OF_RANGE', ...at, 'quantity')]),
      ...(repeated ? [refuse('DUPLICATE_MENU_ITEM', ...at, 'menuItemId')] : []),
      ...(dish ? [] : [refuse('MENU_ITEM_NOT_FOUND', ...at, 'menuItemId')]),
      ...(dish?.soldOut ? [refuse('MENU_ITEM_SOLD_OUT', ...at, 'menuItemId')] : []),
    ];
  });
}

function priced({ menuItemId, quantity }: PlaceOrder['lines'][number], menu: Placement['menu']): readonly OrderLine[] {
  const dish = menu.get(menuItemId);
  return dish ? [{ menuItemId, name: dish.name, price: dish.price, quantity }] : [];
}
