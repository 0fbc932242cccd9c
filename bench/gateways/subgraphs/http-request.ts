/** A request's method and body, and where the next one begins. */
export type HttpRequest = { readonly method: string; readonly body: string; readonly end: number };

/**
 * As much of HTTP/1.1 as gateways send to a subgraph: a body has a length or comes in chunks.
 *
 * @returns nothing while the rest is still under way
 */
export function readHttpRequest(bytes: Buffer): HttpRequest | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd);
  const method = head.slice(0, head.indexOf(' '));
  const start = headEnd + 4;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const end = start + Number(length);
    return bytes.length < end ? undefined : { method, body: bytes.toString('utf8', start, end), end };
  }
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) return { method, body: '', end: start };
  const chunked = readChunks(bytes, start);
  return chunked && { method, ...chunked };
}

function readChunks(bytes: Buffer, start: number): Omit<HttpRequest, 'method'> | undefined {
  const chunks: Buffer[] = [];
  for (let place = start; ; ) {
    const sizeEnd = bytes.indexOf('\r\n', place);
    if (sizeEnd < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', place, sizeEnd), 16);
    const end = sizeEnd + 2 + size + 2;
    if (bytes.length < end) return undefined;
    if (size === 0) return { body: Buffer.concat(chunks).toString(), end };
    chunks.push(bytes.subarray(sizeEnd + 2, end - 2));
    place = end;
  }
}
