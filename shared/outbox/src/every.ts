/**
 * Runs `work` every `ms`, never twice at a time: a run that takes longer leaves out its next turns. `work` must not reject.
 * Gives back how to stop, which waits for a run under way.
 */
export function every(ms: number, work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= work().finally(() => {
      running = undefined;
    });
  }, ms);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
