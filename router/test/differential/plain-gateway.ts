import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

export type PlainGateway = { readonly url: string; stop(): Promise<void> };

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** @apollo/gateway behind @apollo/server as their manuals start them: what our router is measured against. */
export async function startPlainGateway(supergraphSdl: string): Promise<PlainGateway> {
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  const gateway = new ApolloGateway({ supergraphSdl, logger: silent });
  const server = new ApolloServer({
    gateway,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    introspection: true,
    logger: silent,
  });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return { url, stop: () => server.stop() };
}
