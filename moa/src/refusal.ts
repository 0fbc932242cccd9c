/** What a person asked a command for is not possible. Its message says why, and what to do instead. */
export class Refusal extends Error {}
