class Interrupted extends Error {}

/** What a long measurement tells and listens to. */
export type Session = {
  /** A line of progress, with the seconds since it began. */
  readonly report: (line: string) => void;
  /** Aborted by Ctrl-C: tidy up and throw its reason. */
  readonly signal: AbortSignal;
};

/** Runs a measurement to its end, or until Ctrl-C; then what it made is removed, and the process ends with 130. */
export async function interruptible(measure: (session: Session) => Promise<void>): Promise<void> {
  const began = Date.now();
  const report = (line: string) => {
    process.stdout.write(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${line}\n`);
  };
  const stop = new AbortController();
  // Again and again if need be: npm passes on the Ctrl-C that the terminal has sent already, and tidying up takes seconds.
  const interrupt = () => {
    if (!stop.signal.aborted) report('stopping, and removing what was made');
    stop.abort(new Interrupted());
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    await measure({ report, signal: stop.signal });
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.exitCode = 130;
  }
}
