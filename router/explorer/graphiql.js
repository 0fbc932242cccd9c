// The page at /graphiql: GraphiQL with the editors' workers, asking the router that it comes from.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './bar.css';
import './graphiql.css';
import './sign-in-bar.js';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const { document: query, variables, headers } = JSON.parse(document.getElementById('settings').textContent);

let signedIn = {};
document.addEventListener('sign-in', ({ detail: authorization }) => {
  signedIn = authorization ? { authorization } : {};
});

const ask = createGraphiQLFetcher({
  url: '/graphql',
  subscriptionUrl: new URL('/graphql', location.href.replace(/^http/, 'ws')).href,
});
/** Over a WebSocket the headers are its connection's parameters. What stands in the headers editor counts more than the bar. */
const fetcher = (operation, options = {}) => {
  const own = Object.keys(options.headers ?? {}).some((name) => name.toLowerCase() === 'authorization');
  return ask(operation, { ...options, headers: { ...(own ? {} : signedIn), ...options.headers } });
};

/** What a link asks for, after the #: it is opened in a tab of its own, and once. */
const asked = new URLSearchParams(location.hash.slice(1));
if (asked.has('query')) history.replaceState(null, '', location.pathname);

const json = (value) => value && JSON.stringify(value, null, 2);
/** Only where nothing is remembered: each later visit would add a tab. */
const first = asked.has('query')
  ? { initialQuery: asked.get('query'), initialVariables: asked.get('variables') ?? undefined }
  : localStorage.getItem('graphiql:tabState') === null && {
      initialQuery: query,
      initialVariables: json(variables),
      initialHeaders: json(headers),
    };

createRoot(document.getElementById('graphiql')).render(
  createElement(GraphiQL, { fetcher, defaultHeaders: json(headers), ...first }),
);
