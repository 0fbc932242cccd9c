/** Numbers that decide one thing after the other. Those that are missing are 0, and 0 always decides for the plainest. */
export class Dice {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** From 0 to `below` - 1. */
  roll(below: number): number {
    const number = this.#numbers[this.#next++] ?? 0;
    return below > 0 ? number % below : 0;
  }

  /** @throws Error when there is nothing to choose from */
  choose<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('There is nothing to choose from.');
    return from[this.roll(from.length)] as T; // a roll is within bounds
  }
}
