// node docs/pictures/take.ts [http://localhost:4000] — with Moa running, takes the pictures of both explorers anew: explore.png without
// the internet, and graphiql.png while 지민 watches an order that 하늘 takes over. Needs Chromium.
import { writeFile } from 'node:fs/promises';
import { until } from '@moa/testing';
import { Chromium } from '../../router/test/support/chromium.ts';

const [origin = 'http://localhost:4000'] = process.argv.slice(2);
const browser = await Chromium.open();
const take = async (name: string) => writeFile(new URL(name, import.meta.url), await browser.picture());
const size = (width: number, height: number) =>
  browser.call('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
const beJimin = async () => {
  await browser.read(`document.querySelector('[data-sign-in="0"]').click()`);
  await until(() => browser.read<boolean>(`document.getElementById('who').textContent.startsWith('Signed in')`));
};

await browser.serve('https://embeddable-sandbox.cdn.apollographql.com/*', undefined);
await size(1360, 633);
await browser.visit(origin);
await beJimin();
await take('explore.png');

await size(1480, 760);
await browser.visit(`${origin}/graphiql`);
await until(() => browser.read<boolean>(`(window.__MONACO?.editor.getEditors().length ?? 0) >= 4`), {
  timeoutMs: 120_000,
});

/** The answer's data, asked for with a member's token. */
const ask = <Data>(token: string | undefined, query: string, variables: object = {}): Promise<Data> => {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const request = { method: 'POST', headers, body: JSON.stringify({ query, variables }) };
  return browser.read(
    `fetch('/graphql', ${JSON.stringify(request)}).then(async (response) => (await response.json()).data)`,
  );
};
const signIn = async (email: string): Promise<string> => {
  type Data = { signIn: { session: { accessToken: string } } };
  const input = { email, password: 'moa-demo-1234' };
  const document = 'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }';
  return (await ask<Data>(undefined, document, { input })).signIn.session.accessToken;
};
const [jimin, haneul] = [await signIn('jimin@demo.moa'), await signIn('haneul@demo.moa')];

type Table = { menuItems: { nodes: [{ id: string }] }; me: { paymentMethods: [{ id: string }] } };
const { menuItems, me } = await ask<Table>(
  jimin,
  '{ menuItems(search: "비빔", first: 1) { nodes { id } } me { paymentMethods { id } } }',
);
const { placeOrder } = await ask<{ placeOrder: { order: { id: string } } }>(
  jimin,
  'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } } }',
  {
    input: {
      lines: [{ menuItemId: menuItems.nodes[0].id, quantity: 2 }],
      deliveryAddress: '서울 중구 세종대로 110',
      paymentMethodId: me.paymentMethods[0].id,
      idempotencyKey: crypto.randomUUID(),
    },
  },
);

const watch = `# The order of 지민, live
subscription Watch($order: ID!) {
  orderChanged(orderId: $order) {
    status
    total
    lines { name quantity }
    payment { status }
    delivery {
      status
      courier { name }
    }
  }
}
`;
const editor = (part: string) =>
  `window.__MONACO.editor.getEditors().find((editor) => editor.getModel().uri.path.includes('${part}'))`;
const shows = (selector: string, part: string) =>
  until(() => browser.read<boolean>(`document.querySelector('${selector}').innerText.includes('${part}')`));
await beJimin();
await browser.read(`${editor('operation.graphql')}.setValue(${JSON.stringify(watch)})`);
await browser.read(`${editor('variables.json')}.setValue('{ "order": "${placeOrder.order.id}" }')`);
await shows('.graphiql-tab', 'Watch'); // what is run is what has been read
await browser.read(`${editor('operation.graphql')}.getAction('graphql-run').run()`);

type Open = { openDeliveries: { nodes: { id: string; order: { id: string } }[] } };
const delivery = await until(async () => {
  const { openDeliveries } = await ask<Open>(haneul, '{ openDeliveries { nodes { id order { id } } } }');
  return openDeliveries.nodes.find(({ order }) => order.id === placeOrder.order.id);
});
await ask(
  haneul,
  'mutation ($id: ID!) { acceptDelivery(input: { deliveryId: $id }) { delivery { status } userErrors { message } } }',
  { id: delivery.id },
);
await shows('.graphiql-response', '하늘');
await browser.read(`document.querySelector('[aria-label="Show Documentation Explorer"]').click()`);
await shows('.graphiql-plugin', 'Root Types');
await take('graphiql.png');
await browser.close();
