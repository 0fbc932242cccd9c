import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** @apollo/gateway and @apollo/server as their own documentation puts them together: supergraph file, port. */
const [file = '', port] = process.argv.slice(2);
const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl: readFileSync(file, 'utf8') }) });
await startStandaloneServer(server, { listen: { port: Number(port), host: '127.0.0.1' } });
