import { readdir, readFile } from 'node:fs/promises';

export type Worker = { readonly pid: number; readonly leaving: boolean };

/** The workers of an nginx by the pid of its master, as Linux knows them. Those that leave take no new connections. */
export async function workersOf(master: number): Promise<readonly Worker[]> {
  const tasks = await readdir(`/proc/${master}/task`).catch(() => []);
  const children = await Promise.all(tasks.map((task) => read(`/proc/${master}/task/${task}/children`)));
  const pids = children.flatMap((line) => line.split(' ').filter(Boolean).map(Number));
  const titles = await Promise.all(pids.map((pid) => read(`/proc/${pid}/cmdline`)));
  return pids
    .map((pid, index) => ({ pid, title: titles[index] ?? '' }))
    .filter(({ title }) => title.includes('worker process'))
    .map(({ pid, title }) => ({ pid, leaving: title.includes('shutting down') }));
}

/** A process may end at any moment. */
const read = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');
