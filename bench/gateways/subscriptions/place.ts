import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compose } from '@moa/router';
import type { Cores } from '../processes/cores.ts';
import { nextMessage, type Started, startNode } from '../processes/start.ts';
import { type Gateway, startGateway } from '../targets/start.ts';
import type { Target } from '../targets/target.ts';
import type { Command } from './clients.ts';
import type { Published, SubgraphStarted } from './subgraph.ts';
import { sdl } from './ticks.ts';

/** A subgraph that publishes, one gateway before it, and the process of its clients. */
export type Place = {
  readonly gateway: Gateway;
  readonly publish: (number: number) => Promise<Published>;
  readonly clients: <Answer>(command: Command) => Promise<Answer>;
};

const program = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Closed with the stack: each gateway gets a place of its own, so that none finds what another left. */
export async function openPlace(
  target: Target,
  { cores, openFiles }: { cores: Cores | undefined; openFiles: number },
  opened: AsyncDisposableStack,
): Promise<Place> {
  const start = (name: string, file: string): Started => {
    const process = startNode(name, [program(file)], { cores: cores?.others, openFiles, channel: true });
    opened.defer(process.stop);
    return process;
  };
  const subgraph = start('The subgraph', 'subgraph.ts');
  const { url } = await nextMessage<SubgraphStarted>(subgraph);
  const folder = await mkdtemp(join(tmpdir(), 'bench-subscriptions-'));
  opened.defer(() => rm(folder, { recursive: true }));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, compose([{ name: 'ticks', url, sdl }]));
  const gateway = await startGateway(target, file, { cores: cores?.gateway, openFiles });
  opened.defer(gateway.process.stop);
  const clients = start('The process of the clients', 'clients.ts');

  const ask = async <Answer>(process: Started, question: object): Promise<Answer> => {
    const answer = Promise.race([nextMessage<Answer>(process), gateway.process.failed]);
    process.process.send(question);
    return answer;
  };
  return { gateway, publish: (number) => ask(subgraph, { number }), clients: (command) => ask(clients, command) };
}
