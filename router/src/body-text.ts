import type { IncomingMessage } from 'node:http';
import { RouterError } from './errors.ts';
import { limits } from './limits.ts';

/** Reads the body of a request. @throws RouterError PAYLOAD_TOO_LARGE, BAD_REQUEST */
export function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const tooLarge = (): void => reject(new RouterError('PAYLOAD_TOO_LARGE'));
    if (Number(request.headers['content-length']) > limits.bodyBytes) return tooLarge();
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limits.bodyBytes) tooLarge();
      else chunks.push(chunk);
    });
    request.once('end', () => {
      const [first, ...others] = chunks;
      resolve((first && others.length === 0 ? first : Buffer.concat(chunks)).toString());
    });
    request.once('error', (cause) => reject(new RouterError('BAD_REQUEST', undefined, { cause })));
  });
}
