import { setTimeout as pause } from 'node:timers/promises';
import { usageOf } from './usage.ts';

const everyMs = 100;
const patienceMs = 5_000;
/** Of processor time in that while; housekeeping is not work. The system counts in hundredths of a second. */
const idleSeconds = 0.015;

/** Waits until a process has finished what it still had in hand, so that the next one on its core finds it free. */
export async function settled(pid: number): Promise<void> {
  const until = performance.now() + patienceMs;
  for (let before = usageOf(pid); performance.now() < until; ) {
    await pause(everyMs);
    const now = usageOf(pid);
    if (!before || !now) return;
    if (now.cpuSeconds - before.cpuSeconds < idleSeconds) return;
    before = now;
  }
}
