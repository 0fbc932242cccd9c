import { ApolloClient, ApolloLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { recordLink } from '../operations/record-link.ts';
import { currentSession, onSessionChange } from '../session/session.ts';
import { createCache } from './cache.ts';
import { httpLink } from './http-link.ts';
import { liveLink } from './live-link.ts';

/** The page's one way to the graph. */
export const client = new ApolloClient({
  cache: createCache(),
  link: recordLink.concat(
    ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, liveLink, httpLink),
  ),
});

/** What one member saw is nothing for the next. */
let owner = currentSession()?.member.id;
onSessionChange(() => {
  const next = currentSession()?.member.id;
  if (next === owner) return;
  owner = next;
  client.resetStore().catch(() => {
    // Each query that failed shows so in its place.
  });
});
