import type { IncomingMessage } from 'node:http';
import { RouterError } from './errors.ts';
import { limits } from './limits.ts';
import { overloaded } from './load-shedding/load-shedding.ts';

/** Reads the body of a request. @throws RouterError PAYLOAD_TOO_LARGE, BAD_REQUEST, OVERLOADED */
export type ReadBody = (request: IncomingMessage) => Promise<string>;

/** What a piece of a body takes beside its bytes: who sends one at a time is not to take a hundred times what it sends. */
const bytesAround = 128;

/**
 * One for all requests: those that have not come whole yet take `most` bytes together. Beyond that the one is refused that has been
 * coming for the longest time. An honest one is there within a moment, so whoever sends slowly, to take the room from others, goes first.
 */
export function createReadBody(most: number): ReadBody {
  /** In the order in which they began. */
  const unfinished = new Set<UnfinishedBody>();
  let held = 0;

  return (request) =>
    new Promise((resolve, reject) => {
      if (Number(request.headers['content-length']) > limits.bodyBytes)
        return reject(new RouterError('PAYLOAD_TOO_LARGE'));
      const chunks: Buffer[] = [];
      let bytes = 0;
      const letGo = (): void => {
        if (!unfinished.delete(body)) return;
        held -= bytes + chunks.length * bytesAround;
        chunks.length = 0;
      };
      const refuse = (error: RouterError): void => {
        letGo();
        reject(error);
      };
      const body: UnfinishedBody = { giveUp: () => refuse(overloaded) };
      unfinished.add(body);
      request.on('data', (chunk: Buffer) => {
        if (!unfinished.has(body)) return; // what comes after a refusal is of no use
        bytes += chunk.length;
        held += chunk.length + bytesAround;
        chunks.push(chunk);
        if (bytes > limits.bodyBytes) refuse(new RouterError('PAYLOAD_TOO_LARGE'));
        for (const eldest of unfinished) {
          if (held <= most) break;
          eldest.giveUp();
        }
      });
      request.once('end', () => {
        const [first, ...others] = chunks;
        resolve((first && others.length === 0 ? first : Buffer.concat(chunks)).toString());
        letGo();
      });
      request.once('error', (cause) => refuse(new RouterError('BAD_REQUEST', undefined, { cause })));
    });
}

type UnfinishedBody = { readonly giveUp: () => void };
