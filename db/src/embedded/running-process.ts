import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The command line of a process; empty for one about to end; `undefined` for a zombie, or when there is no such process. */
export async function commandOf(pid: number): Promise<string | undefined> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

async function fromProc(pid: number): Promise<string | undefined> {
  const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => undefined);
  const [status, command] = [await read('stat'), await read('cmdline')];
  // The state follows the program's name, which stands in parentheses and may hold some itself.
  const state = status?.slice(status.lastIndexOf(')') + 2, status.lastIndexOf(')') + 3);
  return state === undefined || state === 'Z' || state === 'X' ? undefined : command?.replaceAll('\0', ' ');
}

async function fromPs(pid: number): Promise<string | undefined> {
  const line = await run('ps', ['-ww', '-o', 'stat=,command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trimStart(),
    () => 'Z',
  );
  return line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
}
