import { randomUUIDv7 } from 'node:crypto';
import type { FactOf } from '@moa/contracts';
import type { Viewer } from '@moa/identity';
import { type freshPay, member, plan } from './fresh-pay.ts';

type Pay = Awaited<ReturnType<typeof freshPay>>;

export type EntryAnswer = {
  kind: string;
  amount: number;
  recommendation: { id: string } | null;
  purchase: { id: string } | null;
  createdAt: string;
};
export type AccountAnswer = {
  balance: number;
  entries: { nodes: EntryAnswer[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
};

const accountQuery = `query ($members: [_Any!]!, $first: Int! = 100, $after: String) {
  _entities(representations: $members) { ... on Member { tokenAccount {
    balance
    entries(first: $first, after: $after) {
      nodes { kind amount recommendation { id } purchase { id } createdAt }
      pageInfo { hasNextPage endCursor }
    }
  } } }
}`;

export const reserving = `mutation ($input: ReserveTokenInput!) { reserveToken(input: $input) { status } }`;

/** A member's token account, as a viewer sees it. */
export const askForAccount = (pay: Pay, viewer: Viewer, memberId: string, page: object = {}) =>
  pay.ask<{ _entities: [{ tokenAccount: AccountAnswer | null }] }>(viewer, accountQuery, {
    members: [{ __typename: 'Member', id: memberId }],
    ...page,
  });

/** A member's own token account. */
export async function accountOf(pay: Pay, memberId: string): Promise<AccountAnswer> {
  const { data, errors } = await askForAccount(pay, member(memberId), memberId);
  const account = data?._entities[0].tokenAccount;
  if (!account) throw new Error(`There is no token account: ${JSON.stringify(errors)}`);
  return account;
}

/** Kind and amount of what happened to a member's tokens, the oldest first. */
export const entriesOf = async (pay: Pay, memberId: string): Promise<string[]> =>
  (await accountOf(pay, memberId)).entries.nodes.map(({ kind, amount }) => `${kind} ${amount}`).toReversed();

/** Plan asks for the token of a recommendation. */
export async function reserve(pay: Pay, memberId: string, recommendationId: string): Promise<string> {
  const { data, errors } = await pay.ask<{ reserveToken: { status: string } }>(plan, reserving, {
    input: { recommendationId, memberId },
  });
  if (!data) throw new Error(`Pay did not say: ${JSON.stringify(errors)}`);
  return data.reserveToken.status;
}

export const joined = (memberId: string): FactOf<'MemberJoined'> => ({
  type: 'MemberJoined',
  version: 1,
  memberId,
  name: '모아',
  language: 'KO',
});

export const ready = (memberId: string, recommendationId: string): FactOf<'RecommendationReady'> => ({
  type: 'RecommendationReady',
  version: 2,
  recommendationId,
  memberId,
  planId: randomUUIDv7(),
  location: '강릉',
});

export const failed = (memberId: string, recommendationId: string): FactOf<'RecommendationFailed'> => ({
  type: 'RecommendationFailed',
  version: 2,
  recommendationId,
  memberId,
  reason: 'NOTHING_KNOWN_OF_PLACE',
});

export const deleted = (memberId: string): FactOf<'MemberDeleted'> => ({ type: 'MemberDeleted', version: 3, memberId });
