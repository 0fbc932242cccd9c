// Hive Gateway as it comes, but for one thing: subgraph fetches that are alike and in flight at once become one by default,
// which shines where fifty clients ask the same. HIVE_DEDUPLICATE=1 leaves it so.
const options = {
  deduplicateInflightRequests: process.env.HIVE_DEDUPLICATE === '1',
  // Subscriptions go to the subgraph over one WebSocket, as ours do.
  subscriptions: { kind: 'ws', location: '/graphql' },
};

// Headers by subgraph, see graphs/trust.ts.
const headersOf = JSON.parse(process.env.SUBGRAPH_HEADERS ?? '{}');
const entries = Object.entries(headersOf).map(([name, headers]) => [name, { headers: Object.entries(headers) }]);

export const gatewayConfig = {
  supergraph: process.env.SUPERGRAPH,
  logging: 'error',
  transportEntries: { ...Object.fromEntries(entries), '*.http': { options } },
};
