import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { drawTurn } from '../behaviour.ts';
import { cardOf } from '../cards.ts';
import { bookCharge, type Charge, declineOf, findCharge, findChargeByKey } from '../charges.ts';
import { Refusal, refusalStatus } from '../refusal.ts';
import { hangUp, holdOpen } from './connection.ts';
import { keyHeader } from './headers.ts';
import type { Sandbox } from './sandbox.ts';

const chargeBody = z.strictObject({
  token: z.string().min(1).max(200),
  amount: z.int().min(1).max(1_000_000_000),
  currency: z.literal('KRW'),
  reference: z.string().min(1).max(200),
});
const chargeQuery = z.strictObject({ idempotency_key: z.string().min(1).max(255) });
const chargePath = z.object({ id: z.string() });

export function chargeRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const { pool, held } = sandbox;

  app.post('/v1/charges', async (request, reply) => {
    const key = keyHeader.parse(request.headers)['idempotency-key'];
    const { token, amount, reference } = chargeBody.parse(request.body);
    const card = cardOf(token);
    const turn = drawTurn(sandbox.behaviour, card);

    if (turn.drop === 'before') return hangUp(request, reply);
    if (turn.delayMs > 0) await pause(turn.delayMs);
    const { charge, fresh } = await bookCharge(pool, { key, token, amount, reference }, declineOf(card, turn.refuse));
    if (turn.drop === 'after') return hangUp(request, reply);
    // A repeat is answered from the books: only the first answer is lost.
    if (card === 'timeout' && fresh) return holdOpen(request, reply, held);

    if (!fresh) reply.header('idempotent-replayed', 'true');
    if (charge.status === 'declined')
      return reply.code(refusalStatus[charge.decline.code]).send({ error: charge.decline });
    return reply.code(201).send(receipt(charge));
  });

  app.get('/v1/charges', async (request) => {
    const { idempotency_key: key } = chargeQuery.parse(request.query);
    return present(await findChargeByKey(pool, key));
  });

  app.get('/v1/charges/:id', async (request) => present(await findCharge(pool, chargePath.parse(request.params).id)));
}

/** What a POST answers: only what never changes, so that a repeat gets the very same answer. */
function receipt({ id, status, amount, reference, createdAt }: Charge) {
  return { id, status, amount, currency: 'KRW', reference, createdAt };
}

function present(charge: Charge | undefined) {
  if (!charge) throw new Refusal('not_found', 'The books hold no such charge.');
  const shown = { ...receipt(charge), refunded: charge.refunded };
  return charge.status === 'declined' ? { ...shown, error: charge.decline } : shown;
}
