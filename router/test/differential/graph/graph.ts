import { compose } from '../../../src/index.ts';
import { catalog } from './catalog.ts';
import { withListSizes } from './list-sizes.ts';
import { people } from './people.ts';
import { reviews } from './reviews.ts';
import { search } from './search.ts';
import { shipping } from './shipping.ts';
import { type RunningSubgraph, type Subgraph, serve } from './subgraph.ts';

export type Graph = {
  readonly supergraphSdl: string;
  readonly subgraphs: readonly RunningSubgraph[];
  /** Mutations that subgraphs have carried out since the last `reset`, in order. */
  readonly done: readonly string[];
  reset(): void;
  stop(): Promise<void>;
};

/** `note` is told of each mutation that is carried out. */
export const subgraphs = (note: (what: string) => void): readonly Subgraph[] => [
  catalog(note),
  reviews(note),
  people(note),
  shipping(note),
  search(),
];

/** Five subgraphs with much of what Federation 2 knows between them, over HTTP. The supergraph looks for those named in `elsewhere` there. */
export async function startGraph(elsewhere: Readonly<Record<string, string>> = {}): Promise<Graph> {
  const done: string[] = [];
  const note = (what: string) => void done.push(what);
  const running = await Promise.all(subgraphs(note).map(serve));
  return {
    supergraphSdl: compose(
      running.map(({ name, sdl, url }) => ({ name, sdl: withListSizes(sdl), url: elsewhere[name] ?? url })),
    ),
    subgraphs: running,
    done,
    reset() {
      done.length = 0;
      for (const subgraph of running) subgraph.reset();
    },
    async stop() {
      await Promise.all(running.map((subgraph) => subgraph.stop()));
    },
  };
}
