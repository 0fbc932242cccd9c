/** How long things may take, in milliseconds. */
export type Timing = {
  /** Until the job takes a request over from whoever made it. */
  readonly takeOverMs: number;
  /** From the request until pay is given up. */
  readonly payMs: number;
  /** For one answer of the advisor. */
  readonly adviceMs: number;
  /** From the reservation until the advisor is given up. */
  readonly advisorMs: number;
};

export const timing: Timing = Object.freeze({
  takeOverMs: 2_000,
  payMs: 300_000,
  adviceMs: 60_000,
  advisorMs: 180_000,
});
