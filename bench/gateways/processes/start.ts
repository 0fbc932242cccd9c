import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { boundTo } from './cores.ts';
import { allowingFiles } from './open-files.ts';

export type Started = {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Rejects when the process ends before it was told to, with what it said last. */
  readonly failed: Promise<never>;
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly cores: readonly number[] | undefined;
  readonly env?: NodeJS.ProcessEnv;
  /** How many files and sockets it may have open, if more than usual. */
  readonly openFiles?: number | undefined;
  /** Whether we talk with it. */
  readonly channel?: boolean;
};

const lastWords = 2_000;
const graceMs = 5_000;

/** Runs a program of Node's on some cores. */
export function startNode(
  name: string,
  args: readonly string[],
  { cores, env, openFiles, channel = false }: Options,
): Started {
  const [command, ...rest] = allowingFiles(openFiles, boundTo(cores, [process.execPath, ...args]));
  const child = spawn(command, rest, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(channel ? (['ipc'] as const) : [])],
    detached: true, // or Ctrl-C in the terminal would end it before us, and look like a fault of its own
  });
  let said = '';
  const listen = (text: Buffer) => {
    said = (said + text).slice(-lastWords);
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);

  let stopping = false;
  const ended = once(child, 'exit');
  const failed = ended.then(([code, signal]) => {
    if (stopping) return new Promise<never>(() => {});
    throw new Error(`${name} has ended with ${code ?? signal}. It said last:\n${said}`);
  });
  failed.catch(() => {}); // whoever waits for the process hears of it
  if (child.pid === undefined) throw new Error(`${name} could not be started: is ${command} on PATH?`);
  return {
    process: child,
    pid: child.pid,
    failed,
    async stop() {
      stopping = true;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await ended.catch(() => {});
      clearTimeout(late);
    },
  };
}

/** The next message of a process. Its sender says what it is. */
export async function nextMessage<Message>({ process, failed }: Started): Promise<Message> {
  const [message] = await Promise.race([once(process, 'message'), failed]);
  return message as Message; // both ends are programs of this folder
}
