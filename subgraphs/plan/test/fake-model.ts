import { createServer, type IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

const asked = z.object({
  model: z.string(),
  messages: z.tuple([
    z.object({ role: z.literal('system'), content: z.string() }),
    z.object({ role: z.literal('user'), content: z.string() }),
  ]),
  response_format: z.object({
    type: z.literal('json_schema'),
    json_schema: z.object({ name: z.string(), strict: z.literal(true), schema: z.record(z.string(), z.unknown()) }),
  }),
});
const data = z.object({
  days: z.number(),
  groupSize: z.number(),
  budget: z.number().nullable(),
  candidates: z.array(
    z.object({ id: z.string(), name: z.string(), latitude: z.number(), longitude: z.number(), entryFee: z.number() }),
  ),
  member: z.object({ location: z.string(), details: z.string(), tastes: z.array(z.string()) }),
});

export type Asked = {
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: z.infer<typeof asked>;
  readonly data: z.infer<typeof data>;
};

/** What the model says, or what becomes of it. */
export type Reply =
  | { readonly content: unknown }
  | { readonly status: number; readonly text: string; readonly location?: string }
  | 'silence'
  | 'hang up';

/** A local server with the face of OpenAI's chat completions; `reply` may be exchanged at any time. */
export async function openFakeModel(reply: (asked: Asked) => Reply) {
  const requests: Asked[] = [];
  const model = { reply };
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    const body = asked.parse(JSON.parse(text));
    const question: Asked = {
      url: request.url,
      headers: request.headers,
      text,
      body,
      data: data.parse(JSON.parse(body.messages[1].content)),
    };
    requests.push(question);
    const said = model.reply(question);
    if (said === 'silence') return;
    if (said === 'hang up') return void request.socket.destroy();
    if ('status' in said) {
      if (said.location !== undefined) response.setHeader('location', said.location);
      return void response.writeHead(said.status).end(said.text);
    }
    const content = typeof said.content === 'string' ? said.content : JSON.stringify(said.content);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }] }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests,
    model,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
