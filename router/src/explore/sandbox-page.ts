import { bar } from './bar.ts';
import type { Endpoints } from './endpoints.ts';
import type { Exploration } from './exploration.ts';
import { escapeHtml, readBrowserSource, scriptJson } from './html.ts';

export const sandboxOrigins = {
  script: 'https://embeddable-sandbox.cdn.apollographql.com',
  frame: 'https://sandbox.embed.apollographql.com',
};
const sandboxScript = `${sandboxOrigins.script}/_latest/embeddable-sandbox.umd.production.min.js`;

/** They stand in the page itself, so that it is whole in one answer. */
const script = ['sign-in-bar.js', 'sandbox.js'].map(readBrowserSource).join('');
const style = ['bar.css', 'sandbox.css'].map(readBrowserSource).join('');

export type Around = Endpoints & { readonly nonce: string; readonly graphiql: boolean };

export function sandboxPage(
  exploration: Exploration,
  { endpoint, subscriptionEndpoint, nonce, graphiql }: Around,
): string {
  const { title, document, variables, headers, signIns = [], noteHtml = '' } = exploration;
  const settings = {
    sandboxScript,
    signIns,
    sandbox: {
      target: '#sandbox',
      initialEndpoint: endpoint,
      initialSubscriptionEndpoint: subscriptionEndpoint,
      includeCookies: false,
      initialState: { document, variables, headers, includeCookies: false, pollForSchemaUpdates: false },
    },
  };
  const command = `curl ${endpoint} --header 'content-type: application/json' --data '{"query":"{ __typename }"}'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${style}</style>
</head>
<body>
${bar(exploration, graphiql ? { href: '/graphiql', text: 'GraphiQL' } : undefined)}
<main id="note">
<h1>${escapeHtml(title)}</h1>
<p>This is a GraphQL endpoint. Apollo Sandbox opens here once it is loaded; it comes from the internet and needs JavaScript.</p>
${graphiql ? '<p><a href="/graphiql">GraphiQL</a> needs no internet.</p>' : ''}
<p>Queries and mutations: <code>${escapeHtml(endpoint)}</code><br>Subscriptions: <code>${escapeHtml(subscriptionEndpoint)}</code> (graphql-transport-ws)</p>
<pre><code>${escapeHtml(command)}</code></pre>
<div id="header" hidden>
<p>The header that says who you are, for any GraphQL client:</p>
<pre><code id="header-line"></code></pre>
</div>
${noteHtml}
</main>
<div id="sandbox" hidden></div>
<script id="settings" type="application/json">${scriptJson(settings)}</script>
<script nonce="${nonce}">
${script}</script>
</body>
</html>
`;
}
