import { setTimeout as wait } from 'node:timers/promises';

/**
 * Asks again and again until the probe answers something other than `undefined` or `false`, and returns that.
 *
 * @throws what the probe throws, or an error that shows the probe after `timeoutMs` (10 s)
 */
export async function until<T>(
  probe: () => Promise<T | undefined | false> | T | undefined | false,
  { timeoutMs = 10_000 }: { timeoutMs?: number } = {},
): Promise<T> {
  const timeout = new Error(`Still not after ${timeoutMs} ms: ${probe}`);
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw timeout;
    await wait(15);
  }
}
