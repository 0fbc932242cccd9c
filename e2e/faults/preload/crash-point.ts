/** A moment at which a process is killed, by the message that is under way: a fact's type or a job's name. */
export type CrashPoint = {
  readonly topic: string;
  readonly moment: /** The step and its message are written, and not committed: it is as if nothing had been done. */
    | 'before-commit'
    /** They are committed, and nobody knows it. */
    | 'after-commit'
    /** The queues have it, and the outbox does not know that. */
    | 'handed-over'
    /** What it asks for has been done, and the queue does not know that. */
    | 'worked-off';
};

export const moments = [
  'before-commit',
  'after-commit',
  'handed-over',
  'worked-off',
] as const satisfies readonly CrashPoint['moment'][];
