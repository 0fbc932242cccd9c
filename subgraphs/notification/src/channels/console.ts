import type { Channel } from './channel.ts';

/** Shows each message on a line of its own, for who develops. */
export const consoleChannel = (print: (line: string) => void = writeOut): Channel => ({
  name: 'console',
  async send({ kind, receiver, title, text }) {
    print(`${kind} → ${receiver.name || receiver.memberId}: ${title}. ${text}`);
  },
});

const writeOut = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
