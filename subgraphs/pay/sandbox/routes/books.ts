import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { pageOfBooks, sumBooks } from '../books.ts';
import type { Sandbox } from './sandbox.ts';

const booksQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,18}$/, 'must be the `next` of an earlier page')
    .default('0'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

export function bookRoutes(app: FastifyInstance, { pool }: Sandbox): void {
  app.get('/v1/books', async (request) => {
    const page = booksQuery.parse(request.query);
    const [sums, lines] = await Promise.all([sumBooks(pool), pageOfBooks(pool, page)]);
    return { sums, ...lines };
  });
}
