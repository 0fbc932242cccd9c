import { fileURLToPath } from 'node:url';
import { compose } from '@moa/router';
import type { OpenGraph } from '../../gateways/graphs/graph.ts';
import { nextMessage, startNode } from '../../gateways/processes/start.ts';
import type { Started } from './catalogue.ts';

const program = fileURLToPath(new URL('./catalogue.ts', import.meta.url));

/** A graph whose answers cost the router far more than anybody else: it, and not its neighbours, has too much to do. */
export const openCatalogueGraph: OpenGraph = async (cores) => {
  const process = startNode('The catalogue', [program], { cores, channel: true });
  const subgraph = await nextMessage<Started>(process);
  return {
    name: 'catalogue',
    about: 'one subgraph that answers with a list of dishes, always in the same words',
    busiest: 'gateway',
    headers: {},
    env: {},
    supergraphSdl: compose([subgraph]),
    queries: new Map([
      ['dishes', 'query Dishes { dishes { id name restaurant price rating spicy address { street city } } }'],
    ]),
    answered: async () => 0, // nobody asks here
    close: process.stop,
  };
};
