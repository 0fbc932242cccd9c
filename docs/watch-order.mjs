// node docs/watch-order.mjs ORDER_ID — prints an order each time that it changes, until it ends. TOKEN holds the access token.
// Plain JavaScript with nothing but graphql-ws and ws, as any client would do it.
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

const [orderId] = process.argv.slice(2);
const { TOKEN, MOA_URL = 'ws://localhost:4000/graphql' } = process.env;
if (!orderId || !TOKEN) {
  process.stderr.write('Usage: TOKEN=<access token> node docs/watch-order.mjs ORDER_ID\n');
  process.exit(2);
}

const client = createClient({
  url: MOA_URL,
  webSocketImpl: WebSocket,
  connectionParams: { authorization: `Bearer ${TOKEN}` },
});
const query = `subscription ($orderId: ID!) {
  orderChanged(orderId: $orderId) { status payment { status } delivery { status courier { name } } }
}`;

for await (const { data, errors } of client.iterate({ query, variables: { orderId } })) {
  process.stdout.write(`${JSON.stringify(errors ?? data.orderChanged)}\n`);
  if (errors || ['COMPLETED', 'CANCELLED'].includes(data.orderChanged?.status)) break;
}
await client.dispose();
