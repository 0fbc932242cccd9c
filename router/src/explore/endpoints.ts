import type { FastifyRequest } from 'fastify';

export type Endpoints = { readonly endpoint: string; readonly subscriptionEndpoint: string };

/** As the reader's browser reaches us, which behind a proxy is not where we listen. */
export function endpointsOf({ host, protocol }: FastifyRequest): Endpoints {
  const isPlain = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host) && URL.canParse(`http://${host}`);
  const safeHost = isPlain ? host : 'localhost';
  return {
    endpoint: `${protocol}://${safeHost}/graphql`,
    subscriptionEndpoint: `${protocol === 'https' ? 'wss' : 'ws'}://${safeHost}/graphql`,
  };
}
