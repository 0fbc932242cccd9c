import { readFileSync } from 'node:fs';
import type { Exploration, SignIn } from './exploration.ts';

export type Endpoints = { readonly endpoint: string; readonly subscriptionEndpoint: string };

export const sandboxOrigins = {
  script: 'https://embeddable-sandbox.cdn.apollographql.com',
  frame: 'https://sandbox.embed.apollographql.com',
};
const sandboxScript = `${sandboxOrigins.script}/_latest/embeddable-sandbox.umd.production.min.js`;

/** Plain JavaScript and CSS for browsers; they stand in the page itself, so that it is whole in one answer. */
const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const script = read('./browser.js');
const style = read('./page.css');

export function page(
  { title, document, variables, headers, signIns = [], noteHtml = '' }: Exploration,
  { endpoint, subscriptionEndpoint }: Endpoints,
  nonce: string,
): string {
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
${signIns.length > 0 ? bar(title, signIns) : ''}
<main id="note">
<h1>${escapeHtml(title)}</h1>
<p>This is a GraphQL endpoint. Apollo Sandbox opens here once it is loaded; it comes from the internet and needs JavaScript.</p>
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

const bar = (title: string, signIns: readonly SignIn[]): string => `<nav id="bar" aria-label="Sign in">
<strong>${escapeHtml(title)}</strong>
<div id="people">
${signIns.map(({ label }, index) => `<button type="button" data-sign-in="${index}" aria-pressed="false">${escapeHtml(label)}</button>`).join('\n')}
</div>
<span role="status" id="who">Not signed in</span>
<button type="button" id="sign-out" hidden>Sign out</button>
</nav>`;

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
