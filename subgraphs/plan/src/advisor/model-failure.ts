/** The model could not be asked: its server is away, overloaded, or does not let us in. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  /** A second try may meet a better moment. */
  readonly mayPass: boolean;

  constructor(message: string, mayPass: boolean) {
    super(message);
    this.mayPass = mayPass;
  }
}

/** The model answered, and what it said can't be used. This tells nothing about the next question. */
export class BadAnswer extends Error {
  override readonly name = 'BadAnswer';
}

/** Whoever asked gave up: nothing is learned about the model. */
export class Abandoned extends Error {
  override readonly name = 'Abandoned';
}
