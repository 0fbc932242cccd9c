import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Drops the connection without an answer. */
export function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

/** Leaves the request without an answer until the caller hangs up or the sandbox closes. */
export function holdOpen(request: FastifyRequest, reply: FastifyReply, held: Set<Socket>): FastifyReply {
  reply.hijack();
  const { socket } = request.raw;
  held.add(socket);
  socket.once('close', () => held.delete(socket));
  return reply;
}
