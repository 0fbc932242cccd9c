/** What a person asked for is not possible. Its message says why, and what to do instead. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
