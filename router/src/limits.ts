/** What one client may ask of the router. Times in milliseconds, sizes in bytes. */
export const limits = {
  bodyBytes: 100 * 1024,
  /** Of all clients together, of requests that have not come whole yet. */
  unfinishedBodyBytes: 32 * 1024 * 1024,
  /** Answers up to this are sent as they are. */
  uncompressedBytes: 1024,
  headersMs: 10_000,
  requestMs: 30_000,
  /** For a whole request to arrive while the router drains. */
  drainRequestMs: 1_000,
  /** For a whole answer, however many subgraphs it takes one after the other. */
  answerMs: 10_000,
  /** For one call of a subgraph, from the first byte sent to the last received. */
  subgraphMs: 3_000,
  subgraphAnswerBytes: 32 * 1024 * 1024,
  subgraphConnections: 256,
  connectionsCheckMs: 1_000,
  keepAliveMs: 65_000,
  /** Of all clients together, where they are done in time; each takes some 50 KB. Fewer where they aren't, see load-shedding/. */
  operationsInHand: 2_000,
  operationsAlwaysInHand: 64,
  /** Beyond, on average, there are too many of them for the process, by its event loop; for a subgraph, by how much longer than usual its calls take. */
  loopLateMs: 30,
  callLateMs: 100,
  tokens: 1_000,
  /** Fields and spreads of an operation once its fragments are written out; so are the four below. */
  selections: 10_000,
  rootFields: 10,
  depth: 10,
  aliases: 15,
  directives: 20,
  /** Objects that an operation may return, as the schema and its arguments let us guess; see cost/. */
  cost: 5_000,
  /** Entries of a list of which nobody says how long it is. */
  listSize: 10,
  variableDepth: 32,
  variableErrors: 5,
  socketFrameBytes: 64 * 1024,
  socketInitMs: 3_000,
  socketMessagesPerSecond: 20,
  /** Messages that may come at once, such as all subscriptions of a page that opens. */
  socketMessagesAtOnce: 100,
  /** Bytes that may wait for a client to read them when it asks for more. */
  socketUnreadBytes: 8 * 1024 * 1024,
  subscriptionsPerSocket: 20,
  socketsPerMember: 5,
  /** Each carries one operation. */
  streamsPerMember: 20,
  /** WebSockets, and event streams, of all who come from one address and aren't signed in. */
  placesPerAddress: 100,
  /** Of the whole server; each takes some 10 KB. */
  connections: 20_000,
  /** Connections that wait to be accepted; the system may allow fewer. It drops what comes beyond, and those try again a second later. */
  backlog: 4_096,
  /** For a client, or for an event before them to be completed. */
  eventsWaiting: 1_000,
  /** Characters of the events that wait for one client. */
  eventsWaitingLength: 8 * 1024 * 1024,
} as const;
