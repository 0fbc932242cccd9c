import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { memberId, refusalsFrom } from '@moa/subgraph';
import { type RecommendationView, viewOf } from '../domain/recommendation-view.ts';
import { type RequestRefusal, requestRefusals } from '../domain/refusals.ts';
import { decideRequest, type RequestRecommendation } from '../domain/request.ts';
import { isKey } from '../domain/text.ts';
import { findTastes, findTrend } from '../persistence/inspirations.ts';
import { addRecommendation, findByIdempotencyKey } from '../persistence/recommendations.ts';
import type { PlanContext } from './context.ts';
import { checkIsMember } from './present-member.ts';
import { startRecommendation } from './start-recommendation.ts';

/** A recommendation as it stands after the request, and why it will not be what was wanted. */
export type RequestResult = {
  readonly recommendation: RecommendationView | null;
  readonly userErrors: readonly RequestRefusal[];
};

const refuse = refusalsFrom(requestRefusals);
const refusedFor = (...userErrors: readonly RequestRefusal[]): RequestResult => ({ recommendation: null, userErrors });

/**
 * Notes what is wanted, together with the job that will see to it; then begins at once, so that who has no token hears it now.
 * Whatever is cut short here, the job goes on with.
 */
export async function requestRecommendation(
  context: PlanContext,
  command: RequestRecommendation,
): Promise<RequestResult> {
  const { em, viewer, timing } = context;
  const member = memberId(viewer);
  const { idempotencyKey: key } = command;
  const requestHash = hashOf(command);
  // Before it is judged: what was asked in time stands, also when the repeat comes too late for its dates.
  const earlier = isKey(key) ? await findByIdempotencyKey(em, member, key) : null;
  if (earlier) return repeated(context, earlier, requestHash);
  const decision = decideRequest(command, { id: context.ids(), memberId: member, now: context.clock() });
  if (decision.kind === 'refused') return refusedFor(...decision.refusals);
  const recommendation = decision.value;
  const obstacle = await obstacleTo(em, { kind: command.kind, member });
  if (obstacle) return refusedFor(refuse(obstacle));

  const isNew = await context.transaction(async (tx) => {
    await checkIsMember(tx, member);
    if (!(await addRecommendation(tx, recommendation, { key, requestHash }))) return false;
    const data = { recommendationId: recommendation.id };
    await send(tx, [{ kind: 'job', name: 'startRecommendation', data, delayMs: timing.takeOverMs }]);
    return true;
  });
  if (isNew) return begin(context, recommendation.id);
  const twin = await findByIdempotencyKey(em, member, key);
  if (!twin) throw new Error('A recommendation with this key exists and yet it does not.');
  return repeated(context, twin, requestHash);
}

/** The same request gets the same recommendation, as it is by now; another one gets nothing. */
async function repeated(
  context: PlanContext,
  earlier: { readonly id: string; readonly requestHash: string },
  requestHash: string,
): Promise<RequestResult> {
  if (earlier.requestHash !== requestHash) return refusedFor(refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'));
  return begin(context, earlier.id);
}

async function begin(context: PlanContext, id: string): Promise<RequestResult> {
  const begun = await startRecommendation(context, id);
  if (!begun) throw new Error(`The recommendation ${id} is gone.`);
  const isRefused = begun.state === 'FAILED' && begun.reason === 'NOT_ENOUGH_TOKENS';
  return { recommendation: viewOf(begun), userErrors: isRefused ? [refuse('NOT_ENOUGH_TOKENS')] : [] };
}

/** What can be said without asking anybody, before a token is held. */
async function obstacleTo(
  em: EntityManager,
  { kind, member }: { readonly kind: RequestRecommendation['kind']; readonly member: string },
): Promise<'NO_TREND' | 'NO_HEARTED_PLANS' | null> {
  switch (kind) {
    case 'PERSONAL':
      return null;
    case 'TREND':
      return (await findTrend(em)).length > 0 ? null : 'NO_TREND';
    case 'TASTE':
      return (await findTastes(em, member)).length > 0 ? null : 'NO_HEARTED_PLANS';
  }
}

/** Field by field, so that the order of keys in the client's JSON makes no difference. */
function hashOf(command: RequestRecommendation): string {
  const { kind, location, travelDate, returnDate, budget, groupSize, details } = command;
  const request = [kind, location, travelDate, returnDate, budget, groupSize, details];
  return createHash('sha256').update(JSON.stringify(request)).digest('base64url');
}
