/** A graph that gateways are measured on, served by processes of its own. */
export type Graph = {
  readonly name: string;
  /** What readers of the report should know of it. */
  readonly about: string;
  /** Who has the most work when a gateway is asked as often as it answers. */
  readonly busiest: 'gateway' | 'subgraphs';
  readonly supergraphSdl: string;
  /** What is asked, by name. */
  readonly queries: ReadonlyMap<string, string>;
  /** What clients send beside a query. */
  readonly headers: Readonly<Record<string, string>>;
  /** What gateways find in their environment, such as how they tell subgraphs who asks; see trust.ts. */
  readonly env: Readonly<Record<string, string>>;
  /** Requests that all subgraphs together have answered so far. */
  readonly answered: () => Promise<number>;
  readonly close: () => Promise<void>;
};

export type OpenGraph = (cores: readonly number[] | undefined) => Promise<Graph>;
