import type { EntityManager } from '@mikro-orm/postgresql';
import { won } from '@moa/money';
import { isId, uuidArray } from '@moa/subgraph';
import type {
  FailureReason,
  Recommendation,
  RecommendationKind,
  RecommendationState,
  TripRequest,
} from '../domain/recommendation.ts';
import { RecommendationRow } from './recommendation-row.ts';

/** What the client said to make its request safe to repeat. */
export type Idempotency = { readonly key: string; readonly requestHash: string };

/** As the driver gives it: moments are text. */
type Row = {
  readonly id: string;
  readonly version: number;
  readonly memberId: string;
  readonly kind: RecommendationKind;
  readonly request: TripRequest;
  readonly state: RecommendationState;
  readonly planId: string | null;
  readonly reason: FailureReason | null;
  readonly requestedAt: string;
  readonly changedAt: string;
};

const columns = `id, version, member_id as "memberId", kind, request, state, plan_id as "planId", reason,
  requested_at as "requestedAt", changed_at as "changedAt"`;

/** Stores a new one. False when the member has used the key before; a simultaneous twin is waited for. */
export async function addRecommendation(
  em: EntityManager,
  { id, version, memberId, kind, request, state, requestedAt, changedAt }: Recommendation,
  { key, requestHash }: Idempotency,
): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    `insert into recommendations (id, version, member_id, kind, request, state, requested_at, changed_at, idempotency_key, request_hash)
     values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
     on conflict (member_id, idempotency_key) do nothing returning id`,
    [id, version, memberId, kind, JSON.stringify(request), state, requestedAt, changedAt, key, requestHash],
  );
  return rows.length === 1;
}

/** The recommendation that an earlier request with this key made, and what that request was. */
export async function findByIdempotencyKey(
  em: EntityManager,
  memberId: string,
  key: string,
): Promise<{ readonly id: string; readonly requestHash: string } | null> {
  const [row]: { id: string; requestHash: string }[] = await em.execute(
    `select id, request_hash as "requestHash" from recommendations where member_id = ? and idempotency_key = ?`,
    [memberId, key],
  );
  return row ?? null;
}

/** Those that exist among `ids`, in any order. */
export async function findRecommendations(
  em: EntityManager,
  ids: readonly string[],
): Promise<readonly Recommendation[]> {
  const rows: Row[] = await em.execute(`select ${columns} from recommendations where id = any(?::uuid[])`, [
    uuidArray(ids),
  ]);
  return rows.map(toRecommendation);
}

/** Reads one without holding it. */
export async function findRecommendation(em: EntityManager, id: string): Promise<Recommendation | null> {
  return (await findRecommendations(em, [id]))[0] ?? null;
}

/** Reads one and holds it to the end of the transaction. */
export async function lockRecommendation(em: EntityManager, id: string): Promise<Recommendation | null> {
  if (!isId(id)) return null;
  const [row]: Row[] = await em.execute(`select ${columns} from recommendations where id = ? for update`, [id]);
  return row ? toRecommendation(row) : null;
}

/** Stores what one became. @throws when somebody else changed it since it was read, so that nothing is overwritten */
export async function updateRecommendation(
  em: EntityManager,
  before: Recommendation,
  after: Recommendation,
): Promise<void> {
  const changed = await em.nativeUpdate(
    RecommendationRow,
    { id: before.id, version: before.version },
    {
      version: after.version,
      state: after.state,
      changedAt: after.changedAt,
      planId: after.state === 'READY' ? after.planId : null,
      reason: after.state === 'FAILED' ? after.reason : null,
    },
  );
  if (changed !== 1) throw new Error(`The recommendation ${before.id} was changed by somebody else; try again.`);
}

/** Deletes all of a member's, and says what they were. */
export async function removeRecommendationsOf(em: EntityManager, memberId: string): Promise<readonly Recommendation[]> {
  const rows: Row[] = await em.execute(`delete from recommendations where member_id = ? returning ${columns}`, [
    memberId,
  ]);
  return rows.map(toRecommendation);
}

/** @throws when the row contradicts itself; the table's checks don't let that happen */
function toRecommendation(row: Row): Recommendation {
  const { id, version, memberId, kind, request, state, planId, reason } = row;
  const asked = {
    id,
    version,
    memberId,
    kind,
    request: { ...request, budget: request.budget === null ? null : won(request.budget) },
    requestedAt: new Date(row.requestedAt),
    changedAt: new Date(row.changedAt),
  };
  switch (state) {
    case 'REQUESTED':
    case 'RESERVED':
      return { ...asked, state };
    case 'READY':
      if (planId) return { ...asked, state, planId };
      break;
    case 'FAILED':
      if (reason) return { ...asked, state, reason };
  }
  throw new Error(`The recommendation ${id} is ${state} and lacks what belongs to that.`);
}
