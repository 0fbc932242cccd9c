import { until } from '@moa/testing';
import type { Cause } from './cause.ts';
import { type Ground, openGround } from './ground.ts';
import { type Prometheus, startPrometheus } from './prometheus.ts';
import type { Run, Rung } from './report.ts';

/** Causes one after the other, each after the silence of the alerts that it is about. */
export async function run(causes: readonly Cause[], say: (line: string) => void, signal: AbortSignal): Promise<Run> {
  await using opened = new AsyncDisposableStack();
  const ground = await openGround(opened);
  const prometheus = await startPrometheus(ground.targets);
  opened.defer(prometheus.close);
  const rung: Rung[] = [];
  for (const cause of causes) {
    if (signal.aborted) break;
    say(cause.name);
    for (const each of await tryOne(cause, ground, prometheus)) {
      rung.push(each);
      say(`  ${each.alert}: rang after ${each.afterSeconds ?? '–'} s, quiet after ${each.quietAfterSeconds ?? '–'} s`);
    }
  }
  const tried = new Set(rung.map(({ alert }) => alert));
  return { rung, notTried: prometheus.known.filter((alert) => !tried.has(alert)), version: prometheus.version };
}

async function tryOne(cause: Cause, ground: Ground, prometheus: Prometheus): Promise<readonly Rung[]> {
  await prometheus.allRead();
  if (!(await silence(prometheus, cause.rings))) throw new Error(`Before it was caused it rang: ${cause.rings}`);
  const began = performance.now();
  const mend = await cause.begin(ground);
  const rang = await heard(prometheus, cause);
  await mend();
  const mended = performance.now();
  const rung: Rung[] = [];
  for (const alert of cause.rings) {
    const isQuiet = await silence(prometheus, [alert]);
    const at = rang.get(alert);
    rung.push({
      alert,
      cause: cause.name,
      afterSeconds: at && Math.round((at - began) / 1_000),
      quietAfterSeconds: isQuiet ? Math.round((performance.now() - mended) / 1_000) : undefined,
    });
  }
  return rung;
}

/** When each began to ring; those that did not in time are missing. */
async function heard(
  prometheus: Prometheus,
  { rings, withinSeconds = 60 }: Cause,
): Promise<ReadonlyMap<string, number>> {
  const rang = new Map<string, number>();
  const listen = async () => {
    const firing = await prometheus.firing();
    for (const alert of rings) if (firing.has(alert) && !rang.has(alert)) rang.set(alert, performance.now());
    return rang.size === rings.length;
  };
  await until(listen, { timeoutMs: withinSeconds * 1_000 }).catch(() => undefined); // what is missing is said
  return rang;
}

/** Waits until none of them rings; says whether that came. */
async function silence(prometheus: Prometheus, alerts: readonly string[]): Promise<boolean> {
  const isQuiet = async () => {
    const firing = await prometheus.firing();
    return alerts.every((alert) => !firing.has(alert));
  };
  return until(isQuiet, { timeoutMs: 120_000 }).catch(() => false);
}
