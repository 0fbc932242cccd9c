import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** How many operations have come to this process's servers by HTTP, from now on. */
export function countHttpRequests(): () => number {
  let requests = 0;
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }; // as Node documents the channel
    if (request.method === 'POST') requests += 1;
  });
  return () => requests;
}
