/** What a command found or did. `isDone`: all that was asked for. */
export type Answer = {
  readonly isDone: boolean;
  /** For people. */
  readonly text: string;
  /** The same for machines. */
  readonly json: unknown;
};
