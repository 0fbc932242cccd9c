import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Answer = { readonly code: number; readonly text: string };

/** Runs kubectl with these arguments and resolves with its exit code and what it printed. */
export type Kubectl = (...args: readonly string[]) => Promise<Answer>;

/** The kubectl of this machine, which shows what it does as it does it. @throws when there is none */
export const kubectl: Kubectl = async (...args) => {
  process.stderr.write(`kubectl ${args.join(' ')}\n`);
  const child = spawn('kubectl', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
    if (!args.includes('json')) process.stderr.write(chunk);
  });
  const [code] = await once(child, 'close');
  return { code: code ?? 1, text };
};
