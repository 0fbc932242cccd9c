import { fileURLToPath } from 'node:url';
import { compose } from '@moa/router';
import { nextMessage, startNode } from '../processes/start.ts';
import type { Answered, Started } from '../subgraphs/main.ts';
import type { OpenGraph } from './graph.ts';
import { queries } from './queries.ts';

const program = fileURLToPath(new URL('../subgraphs/main.ts', import.meta.url));

/** The graph of The Guild's benchmark of federation gateways: accounts, inventory, products and reviews. */
export const openBenchmarkGraph: OpenGraph = async (cores) => {
  const process = startNode('The benchmark subgraphs', [program], { cores, channel: true });
  const { subgraphs } = await nextMessage<Started>(process);
  return {
    name: 'benchmark graph',
    about: 'The subgraphs remember their answers, so they cost the least that they can.',
    busiest: 'gateway',
    supergraphSdl: compose(subgraphs),
    queries,
    headers: {},
    env: {},
    async answered() {
      const message = nextMessage<Answered>(process);
      process.process.send({});
      return (await message).answered;
    },
    close: process.stop,
  };
};
