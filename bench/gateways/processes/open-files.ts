import { execFileSync } from 'node:child_process';

type Command = readonly [string, ...string[]];

/** The command with a limit of open files and sockets that suffices. Node can't change limits; a shell can. */
export const allowingFiles = (count: number | undefined, command: Command): Command =>
  count === undefined ? command : ['sh', '-c', 'ulimit -n "$0" && exec "$@"', String(count), ...command];

/** @throws Error that says what to do, where so many can't be open */
export function demandOpenFiles(count: number, whatElse: string): void {
  const most = execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
  if (most === 'unlimited' || Number(most) >= count) return;
  throw new Error(
    `A process may have ${most} files and sockets open here, and ${count} are needed. Raise the hard limit (\`ulimit -Hn ${count}\` as root, or nofile in /etc/security/limits.conf), or ${whatElse}.`,
  );
}
