import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Order } from './preload/orders.ts';
import { tellPreload } from './preload/tell.ts';

/** `moa` in the one-process form; in the others a subgraph's name, `router`, `twin`; and `provider` in all. */
export type PartName = string;

/** A process of the run, killable. */
export type Part = {
  readonly name: PartName;
  pid(): number;
  isRunning(): boolean;
  /** How it ended when nobody had killed it; undefined while it has not. */
  endedByItself(): string | undefined;
  /** Sends the signal, SIGKILL when left out, and waits for the end. */
  kill(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Resolves once it is ready; again after a kill. `logTo` replaces the file that it logs to. @throws with the end of its log */
  start(how?: { readonly logTo?: string }): Promise<void>;
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** Gives an order to what was loaded into it beside its own code, and waits until that has heard it. */
  tell(order: Order): Promise<void>;
};

export type PartPlan = {
  readonly name: PartName;
  /** What Node runs. */
  readonly script: string;
  readonly variables: Readonly<Record<string, string>>;
  /** What it prints once it can serve. */
  readonly readyWhen: string;
  /** Where it logs to, across its restarts. */
  readonly logFile: string;
};

/** Long enough for all of them to start at once on a busy machine. */
const startDeadlineMs = 120_000;
const shownCharacters = 4_000;

/** A part that has not been started. */
export function partOf(plan: PartPlan): Part {
  let child: ChildProcess | undefined;
  let ended: string | undefined;
  /** Those that somebody wanted to end. */
  const doomed = new WeakSet<ChildProcess>();

  const running = (): ChildProcess => {
    if (!child || !isAlive(child)) throw new Error(`${plan.name} does not run.`);
    return child;
  };
  const log = async () => (await readFile(plan.logFile, 'utf8').catch(() => '')).slice(-shownCharacters);

  return {
    name: plan.name,
    pid: () => running().pid ?? 0,
    isRunning: () => child !== undefined && isAlive(child),
    endedByItself: () => ended,
    signal: (signal) => running().kill(signal),
    tell: (order) => tellPreload(running(), order),
    async kill(signal = 'SIGKILL') {
      if (!child || !isAlive(child)) return;
      doomed.add(child);
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
    },
    async start({ logTo = plan.logFile } = {}) {
      if (child && isAlive(child)) throw new Error(`${plan.name} runs already.`);
      ended = undefined;
      const started = spawnPart(plan, logTo);
      child = started;
      started.once('exit', (code, signal) => {
        // What kills itself with SIGKILL was told to.
        if (!doomed.has(started) && signal !== 'SIGKILL') ended = String(code ?? signal);
      });
      await ready(started, plan.readyWhen).catch(async (cause: Error) => {
        doomed.add(started);
        started.kill('SIGKILL');
        throw new Error(`${plan.name} did not start: ${cause.message}\n${await log()}`, { cause });
      });
    },
  };
}

const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

function spawnPart({ script, variables }: PartPlan, logTo: string): ChildProcess {
  const log = openSync(logTo, 'a');
  try {
    return spawn(process.execPath, [script], {
      env: { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1', ...variables },
      cwd: '/',
      stdio: ['ignore', 'pipe', log, 'ipc'],
    });
  } finally {
    closeSync(log);
  }
}

/** Resolves once it prints the words. Reads on after that, so that it never waits for a reader. */
function ready(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const deadline = setTimeout(
      () => reject(new Error(`not ready after ${startDeadlineMs / 1000} s`)),
      startDeadlineMs,
    );
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`it ended with ${code ?? signal}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      printed = `${printed}${chunk}`.slice(-shownCharacters);
      if (!printed.includes(words)) return;
      clearTimeout(deadline);
      resolve();
    });
  });
}

/** Starts those that do not run, no more at once than the machine has processors: all together they would take longer. */
export async function startAll(parts: readonly Part[]): Promise<void> {
  const waiting = parts.filter((part) => !part.isRunning()).values();
  const startOneByOne = async () => {
    for (const part of waiting) await part.start();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, startOneByOne));
}
