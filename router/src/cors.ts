/** Hosted Apollo Sandbox and Studio, from which people explore graphs. */
export const studio = 'https://studio.apollographql.com';

/** Which pages of other origins may call, and what these may read: as @fastify/cors takes it. */
export const corsOptions = (origins: readonly string[]) => ({
  origin: [...origins, studio],
  methods: ['GET', 'POST'],
  exposedHeaders: ['x-request-id', 'retry-after'],
  maxAge: 600,
});

/** Name and value by turns, as @fastify/cors writes them on the answer to a request that isn't a preflight. */
export type CorsHeaders = (origin: string | undefined) => readonly string[];

export function createCorsHeaders(origins: readonly string[]): CorsHeaders {
  const { origin: allowed, exposedHeaders } = corsOptions(origins);
  const exposed = ['access-control-expose-headers', exposedHeaders.join(', ')];
  const forAnybody = ['access-control-allow-origin', '*', ...exposed];
  if (allowed.includes('*')) return () => forAnybody;
  return (origin) => [
    'vary',
    'Origin',
    ...(origin !== undefined && allowed.includes(origin) ? ['access-control-allow-origin', origin] : []),
    ...exposed,
  ];
}
