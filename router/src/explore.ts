import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What the page at `/` opens with. */
export type Exploration = {
  readonly title: string;
  readonly document?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Our own HTML, shown below the note for readers who are offline. */
  readonly noteHtml?: string;
};

const sandboxScript =
  'https://embeddable-sandbox.cdn.apollographql.com/_latest/embeddable-sandbox.umd.production.min.js';
const sandboxOrigins = {
  script: 'https://embeddable-sandbox.cdn.apollographql.com',
  frame: 'https://sandbox.embed.apollographql.com',
};

/** `/`: Apollo Sandbox with the endpoints for requests and for subscriptions filled in; a note where it can't be loaded. */
export function registerExploration(app: FastifyInstance, exploration: Exploration = { title: 'GraphQL' }): void {
  app.get('/', async (request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(nonce),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    return page(exploration, endpointsOf(request), nonce);
  });
}

type Endpoints = { readonly endpoint: string; readonly subscriptionEndpoint: string };

/** As the reader's browser reaches us, which behind a proxy is not where we listen. */
function endpointsOf({ host, protocol }: FastifyRequest): Endpoints {
  const safeHost = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host) ? host : 'localhost';
  return {
    endpoint: `${protocol}://${safeHost}/graphql`,
    subscriptionEndpoint: `${protocol === 'https' ? 'wss' : 'ws'}://${safeHost}/graphql`,
  };
}

const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${sandboxOrigins.script}`,
    `frame-src ${sandboxOrigins.frame}`,
    "connect-src 'self' ws: wss:", // 'self' doesn't cover WebSockets in every browser
    "style-src 'unsafe-inline'", // Sandbox styles its own frame
    'img-src data: https:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

function page(
  { title, document, variables, headers, noteHtml = '' }: Exploration,
  { endpoint, subscriptionEndpoint }: Endpoints,
  nonce: string,
): string {
  const settings = {
    target: '#sandbox',
    initialEndpoint: endpoint,
    initialSubscriptionEndpoint: subscriptionEndpoint,
    includeCookies: false,
    initialState: { document, variables, headers, includeCookies: false, pollForSchemaUpdates: false },
  };
  const command = `curl ${endpoint} --header 'content-type: application/json' --data '{"query":"{ __typename }"}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #1b2240; }
  #sandbox, #sandbox iframe { position: fixed; inset: 0; width: 100%; height: 100%; border: 0; }
  #note { max-width: 46rem; margin: 4rem auto; padding: 0 1.5rem; }
  pre { padding: 1rem; overflow-x: auto; background: #f1f3f8; border-radius: 6px; }
</style>
</head>
<body>
<main id="note">
<h1>${escapeHtml(title)}</h1>
<p>This is a GraphQL endpoint. Apollo Sandbox would open here, but it comes from the internet and could not be loaded (or JavaScript is off).</p>
<p>Queries and mutations: <code>${escapeHtml(endpoint)}</code><br>Subscriptions: <code>${escapeHtml(subscriptionEndpoint)}</code> (graphql-transport-ws)</p>
<pre><code>${escapeHtml(command)}</code></pre>
${noteHtml}
</main>
<div id="sandbox" hidden></div>
<script nonce="${nonce}" src="${sandboxScript}"></script>
<script nonce="${nonce}">
  if (window.EmbeddedSandbox) {
    document.getElementById('note').hidden = true;
    document.getElementById('sandbox').hidden = false;
    new window.EmbeddedSandbox(${scriptJson(settings)});
  }
</script>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** JSON that can't end the script element it stands in. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
