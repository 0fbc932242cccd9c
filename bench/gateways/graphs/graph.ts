/** A graph that gateways are measured on, served by processes of its own. */
export type Graph = {
  readonly name: string;
  readonly supergraphSdl: string;
  /** What is asked, by name. */
  readonly queries: ReadonlyMap<string, string>;
  /** Requests that all subgraphs together have answered so far. */
  readonly answered: () => Promise<number>;
  readonly close: () => Promise<void>;
};

export type OpenGraph = (cores: readonly number[] | undefined) => Promise<Graph>;
