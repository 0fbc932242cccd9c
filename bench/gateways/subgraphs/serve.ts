import { type AddressInfo, createServer } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, graphql, parse } from 'graphql';
import { readHttpRequest } from './http-request.ts';
import type { Subgraph } from './subgraph.ts';

export type Served = {
  readonly url: string;
  /** Requests answered so far. */
  readonly answered: () => number;
};

/** More different requests than any gateway sends here; a client's own are not among them. */
const remembered = 5_000;

/**
 * Serves a subgraph that costs next to nothing, so that a measurement shows the gateway in front of it: each different
 * request is executed once, and after that its answer's bytes are sent again.
 */
export async function serveSubgraph({ sdl, resolvers }: Subgraph): Promise<Served> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
  const answers = new Map<string, Promise<Buffer> | Buffer>();
  let answered = 0;

  const answerTo = (body: string): Promise<Buffer> | Buffer => {
    const known = answers.get(body);
    if (known) return known;
    const answer = execute(schema, body).then((bytes) => {
      answers.set(body, bytes);
      return bytes;
    });
    if (answers.size < remembered) answers.set(body, answer);
    return answer;
  };

  const server = createServer({ noDelay: true }, (socket) => {
    let unread: Buffer | undefined;
    let busy = false;
    const answerNext = (): void => {
      while (unread && !busy) {
        const request = readHttpRequest(unread);
        if (!request) return;
        unread = request.end === unread.length ? undefined : unread.subarray(request.end);
        answered += 1;
        const answer = answerTo(request.body);
        if (Buffer.isBuffer(answer)) socket.write(answer);
        else {
          busy = true;
          answer.then((bytes) => {
            busy = false;
            socket.write(bytes);
            answerNext();
          });
        }
      }
    };
    socket.on('error', () => {}); // a gateway that hangs up is its own affair
    socket.on('data', (bytes) => {
      unread = unread ? Buffer.concat([unread, bytes]) : bytes;
      answerNext();
    });
  });
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 1024 }, resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has such an address
  return { url: `http://127.0.0.1:${port}/graphql`, answered: () => answered };
}

async function execute(schema: GraphQLSchema, body: string): Promise<Buffer> {
  const { query, variables, operationName } = JSON.parse(body);
  const result = await graphql({ schema, source: query, variableValues: variables, operationName });
  const text = Buffer.from(JSON.stringify(result));
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), text]);
}
