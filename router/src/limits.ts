/** What one client may ask of the router. Times in milliseconds, sizes in bytes. */
export const limits = {
  bodyBytes: 100 * 1024,
  headersMs: 10_000,
  requestMs: 30_000,
  connectionsCheckMs: 1_000,
  keepAliveMs: 65_000,
  tokens: 1_000,
  /** Fields and spreads of an operation once its fragments are written out; so are the four below. */
  selections: 10_000,
  rootFields: 10,
  depth: 10,
  aliases: 15,
  directives: 20,
  variableErrors: 5,
  socketFrameBytes: 64 * 1024,
  socketInitMs: 3_000,
  socketMessagesPerSecond: 20,
  /** Messages that may come at once, such as all subscriptions of a page that opens. */
  socketMessagesAtOnce: 100,
  /** Bytes that may wait for a client to read them when it asks for more. */
  socketUnreadBytes: 8 * 1024 * 1024,
  subscriptionsPerSocket: 20,
  eventsWaiting: 1_000,
} as const;
