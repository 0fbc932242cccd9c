/** Run by runElsewhere: tells the subgraphs of two graphs that run here. */
import { startGraph } from '../differential/graph/graph.ts';
import { withListSizes } from '../differential/graph/list-sizes.ts';

export type ToldOfGraphs = readonly (readonly {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}[])[];

const graphs = [await startGraph(), await startGraph()];
const told: ToldOfGraphs = graphs.map(({ subgraphs }) =>
  subgraphs.map(({ name, url, sdl }) => ({ name, url, sdl: withListSizes(sdl) })),
);
console.log(JSON.stringify(told));
