import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * Runs a script of this folder in a process of its own, and reads the line of JSON that it prints when it is ready. A Node server
 * takes one connection in each turn of its event loop: with the load in the same loop, 64 at once would wait for seconds.
 */
export async function runElsewhere<Told>(script: string): Promise<{ told: Told; stop(): Promise<void> }> {
  const path = new URL(script, import.meta.url).pathname;
  const child: ChildProcess = spawn(process.execPath, [path], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (!child.stdout) throw new Error('The output of the process is not read.');
  const [line] = await once(createInterface(child.stdout), 'line');
  return {
    told: JSON.parse(line) as Told, // the script says what it tells
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
