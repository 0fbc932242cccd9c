import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { drawTurn } from '../behaviour.ts';
import { bookRefund, findRefundByKey, type Refund } from '../refunds.ts';
import { Refusal } from '../refusal.ts';
import { hangUp } from './connection.ts';
import { keyHeader } from './headers.ts';
import type { Sandbox } from './sandbox.ts';

const refundBody = z.strictObject({ amount: z.int().min(1).max(1_000_000_000) });
const refundPath = z.object({ id: z.string() });
const refundQuery = z.strictObject({ idempotency_key: z.string().min(1).max(255) });

export function refundRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/v1/charges/:id/refunds', async (request, reply) => {
    const key = keyHeader.parse(request.headers)['idempotency-key'];
    const { amount } = refundBody.parse(request.body);
    const { id: chargeId } = refundPath.parse(request.params);
    // The card is of no matter here: a refund goes to the account it came from.
    const turn = drawTurn(sandbox.behaviour, 'ok');

    if (turn.drop === 'before') return hangUp(request, reply);
    if (turn.delayMs > 0) await pause(turn.delayMs);
    const { refund, fresh } = await bookRefund(sandbox.pool, { key, chargeId, amount });
    if (turn.drop === 'after') return hangUp(request, reply);

    if (!fresh) reply.header('idempotent-replayed', 'true');
    return reply.code(201).send(present(refund));
  });

  app.get('/v1/refunds', async (request) => {
    const { idempotency_key: key } = refundQuery.parse(request.query);
    const refund = await findRefundByKey(sandbox.pool, key);
    if (!refund) throw new Refusal('not_found', 'The books hold no such refund.');
    return present(refund);
  });
}

function present({ id, chargeId, amount, createdAt }: Refund) {
  return { id, status: 'refunded', chargeId, amount, currency: 'KRW', createdAt };
}
