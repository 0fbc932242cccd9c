/** Pages of one's own beside the graph: static files, whose `index.html` answers every address that is no file. */
export type Site = {
  /** Where they are served, such as `/app`. */
  readonly path: string;
  readonly title: string;
  /**
   * Where the files lie: asked for with the first page. It may take a while, in which people read that they wait. Beside `name`,
   * `name.br` and `name.gz` may hold it compressed; what lies in `assets/` never changes under its name.
   */
  readonly folder: (signal: AbortSignal) => Promise<string>;
  /** For the pages' scripts, at `settings.json`. */
  readonly settings?: Readonly<Record<string, unknown>>;
};
