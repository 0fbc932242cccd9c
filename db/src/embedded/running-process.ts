import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The command line of a process, or `undefined` when there is no such process or it is a zombie. */
export async function commandOf(pid: number): Promise<string | undefined> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  const command = existsSync('/proc/self/cmdline') ? await fromProc(pid) : await fromPs(pid);
  return command === '' ? undefined : command;
}

/** A zombie's command line is empty. */
async function fromProc(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').then(
    (text) => text.replaceAll('\0', ' ').trim(),
    () => '',
  );
}

async function fromPs(pid: number): Promise<string> {
  const line = await run('ps', ['-ww', '-o', 'stat=,command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
  return line.startsWith('Z') ? '' : line.replace(/^\S+\s+/, '');
}
