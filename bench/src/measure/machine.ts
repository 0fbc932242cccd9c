import { availableParallelism, cpus, release, type as system, totalmem } from 'node:os';

/** What the figures were taken on, in one line. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  return `${availableParallelism()} × ${cpu?.model.trim() ?? 'unknown CPU'}, ${gigabytes} GB, ${system()} ${release()}, Node ${process.version}`;
}
