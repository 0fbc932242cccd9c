import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Where moa/moa.mjs lies; every process of these tests is one of it. */
const entry = fileURLToPath(new URL('../../moa/moa.mjs', import.meta.url));

/** One running process of Moa. */
export type MoaProcess = {
  readonly pid: number;
  /** Everything it has printed so far, standard error too. */
  readonly output: () => string;
  /** Sends the signal and waits for the end; gives the exit code, null when a signal ended it. */
  readonly end: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<number | null>;
};

export type Variables = Readonly<Record<string, string>>;

/** Less than Vitest waits for a hook, so that a start that hangs shows its output and leaves no process behind. */
const startDeadlineMs = 50_000;

/** Starts Moa with only these variables and resolves when it says that it is ready. @throws with its output when it ends before */
export async function startProcess(
  variables: Variables,
  how: { readonly uid?: number; readonly gid?: number } = {},
): Promise<MoaProcess> {
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1', ...variables },
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...how,
  });
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('is ready')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`Moa ended with ${code ?? signal} before it was ready:\n${output}`)),
    );
  });
  const deadline = setTimeout(() => child.kill('SIGKILL'), startDeadlineMs);
  await ready.finally(() => clearTimeout(deadline));
  return { pid: child.pid ?? 0, output: () => output, end: (signal) => end(child, signal) };
}

/** Runs one of Moa's commands to its end and gives what it printed. @throws when it fails */
export async function runCommand(command: string, variables: Variables): Promise<string> {
  const child = spawn(process.execPath, [entry, command], {
    env: { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let faults = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (faults += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`moa ${command} ended with ${code}:\n${faults}`);
  return output;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill(signal);
  const [code] = await exit;
  return code;
}
