declare const wonBrand: unique symbol;

/** Whole South Korean won, from 0 to 2^53 - 1: the currency has no smaller unit. */
export type Won = number & { readonly [wonBrand]: true };

/** @throws RangeError when the amount is no whole number from 0 to 2^53 - 1 */
export function won(amount: number): Won {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`${amount} is not an amount of whole won`);
  return amount as Won; // the only door to the brand: checked one line above
}

export const sumOf = (amounts: readonly Won[]): Won => won(amounts.reduce<number>((sum, amount) => sum + amount, 0));

export const timesQuantity = (price: Won, quantity: number): Won => won(price * quantity);
