/** What the page at `/` opens with. */
export type Exploration = {
  readonly title: string;
  readonly document?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whom a reader may be at a click. */
  readonly signIns?: readonly SignIn[];
  /** Our own HTML, shown below the note for readers who are offline. */
  readonly noteHtml?: string;
};

/** A document that signs somebody in, and where in its `data` the access token stands. Anybody can read it: for demo data only. */
export type SignIn = {
  readonly label: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly tokenPath: readonly string[];
};
