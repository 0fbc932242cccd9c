import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { limits } from './limits.ts';

/**
 * Compresses answers of more than 1 KB for clients that ask for it. Of an answer of 39 KB brotli at its lowest quality leaves
 * 7 KB for 0.3 ms of processor time; gzip takes longer for more bytes, and higher qualities are slower than most networks.
 */
export async function registerCompression(app: FastifyInstance): Promise<void> {
  await app.register(fastifyCompress, {
    encodings: ['br', 'gzip'],
    threshold: limits.uncompressedBytes,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
    zlibOptions: { level: 1 },
    globalDecompression: false, // a small request could grow to a large one
  });
}
