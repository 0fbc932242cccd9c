import type { FastifyReply } from 'fastify';
import type { Outlet } from '../slow-reader.ts';

/** A response of server-sent events, as GraphQL over SSE has them in its "distinct connections mode". */
export interface EventStream extends Outlet {
  /** The operation goes on until somebody ends it. */
  goesOn(): void;
  /** The operation has no more answers. */
  complete(): void;
  /** Ends the response where the operation goes on; clients take it for a lost connection, and come again. */
  drain(): void;
  /** Without a word. */
  destroy(): void;
  /** Calls back when the response is over, whoever ended it. */
  onClose(listener: () => void): void;
}

/** Begins the response; it is out of fastify's hands from here on. Proxies close what is silent for a minute or less. */
export function openEventStream(reply: FastifyReply, heartbeatMs = 12_000): EventStream {
  reply.hijack();
  const { raw: response } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) response.setHeader(name, value);
  response.setHeader('content-type', 'text/event-stream; charset=utf-8');
  response.setHeader('x-accel-buffering', 'no'); // nginx would keep events until it has some kilobytes of them
  response.write(':\n\n');

  let endless = false;
  let draining = false;
  let takenBefore = 0;
  const heartbeat = setInterval(() => {
    const taken = (response.socket?.bytesWritten ?? 0) - response.writableLength;
    if (response.writableLength === 0 && !response.writableEnded) response.write(':\n\n');
    else if (taken === takenBefore) response.destroy(); // whoever is there doesn't read
    takenBefore = taken;
  }, heartbeatMs);
  response.on('close', () => clearInterval(heartbeat));
  response.on('error', () => {}); // its close follows
  if (response.destroyed) clearInterval(heartbeat);

  return {
    get unread() {
      return response.writableLength;
    },
    write(answer, taken) {
      if (!response.writableEnded && !response.destroyed)
        response.write(`event: next\ndata: ${answer}\n\n`, () => taken?.());
      else if (taken) queueMicrotask(taken);
    },
    complete() {
      if (!response.writableEnded) response.end('event: complete\ndata:\n\n');
    },
    goesOn() {
      endless = true;
      if (draining) response.end();
    },
    drain() {
      draining = true;
      if (endless) response.end();
    },
    destroy: () => void response.destroy(),
    onClose(listener) {
      if (response.destroyed) listener();
      else response.once('close', listener);
    },
  };
}
