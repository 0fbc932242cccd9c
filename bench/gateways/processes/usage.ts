import { readdirSync, readFileSync } from 'node:fs';

/** What a process and those that it started have used. */
export type Usage = {
  /** Seconds of processor time so far. */
  readonly cpuSeconds: number;
  /** Bytes in memory now. */
  readonly rss: number;
};

const ticksPerSecond = 100; // USER_HZ of every Linux that Node runs on

/** Nothing where there is no /proc. */
export function usageOf(pid: number): Usage | undefined {
  try {
    const all = [pid, ...descendantsOf(pid, parents())];
    return all.map(usageOfOne).reduce((sum, one) => ({
      cpuSeconds: sum.cpuSeconds + one.cpuSeconds,
      rss: sum.rss + one.rss,
    }));
  } catch {
    return undefined;
  }
}

function usageOfOne(pid: number): Usage {
  const fields = statOf(pid);
  const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  return { cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond, rss: kilobytes * 1024 };
}

/** From the third field on: the second, the name, may hold spaces. */
function statOf(pid: number): readonly string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function parents(): ReadonlyMap<number, number> {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(pids.flatMap((pid) => parentOf(Number(pid))));
}

function parentOf(pid: number): [[number, number]] | [] {
  try {
    return [[pid, Number(statOf(pid)[1])]];
  } catch {
    return []; // it has ended meanwhile
  }
}

function descendantsOf(pid: number, parents: ReadonlyMap<number, number>): readonly number[] {
  const children = [...parents].filter(([, parent]) => parent === pid).map(([child]) => child);
  return children.flatMap((child) => [child, ...descendantsOf(child, parents)]);
}
