import { post, type Subscription, until } from '@moa/testing';
import { closing } from './closing.ts';
import { mutate } from './mutate.ts';
import { type Person, personOf } from './person.ts';

/** Plans, followers, tokens and notifications in the words of their people, over the public graph. */

/** Somebody who joined with a name of their own. */
export type Named = Person & { readonly name: string };

let joined = 0;

/** Signs somebody up through the router. */
export async function signUp(url: string, name: string, age = 30): Promise<Named> {
  joined += 1;
  const email = `social-${process.pid}-${joined}@example.com`;
  const { data, errors } = await post<{ signUp: { session: { accessToken: string; member: { id: string } } | null } }>(
    url,
    {
      query: `mutation ($input: SignUpInput!) { signUp(input: $input) { session { accessToken member { id } } } }`,
      variables: { input: { email, password: 'correct-horse-9', name, age } },
    },
  );
  const session = data?.signUp.session;
  if (!session) throw new Error(`${name} could not join: ${JSON.stringify(errors)}`);
  return { ...personOf(url, session.accessToken, session.member.id), name };
}

/** A day so many days from now, in Seoul. */
export const inDays = (days: number): string =>
  new Date(Date.now() + 9 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

export const planFields = `
  id title location groupSize travelDate returnDate days budget details origin sharedAt heartCount heartedByMe version
  owner { id name } estimatedCost itinerary { day date stops { name kind } }
`;

export type PlanShown = {
  id: string;
  title: string | null;
  location: string;
  groupSize: number;
  travelDate: string | null;
  returnDate: string | null;
  days: number;
  budget: number | null;
  details: string | null;
  origin: string;
  sharedAt: string | null;
  heartCount: number;
  heartedByMe: boolean | null;
  version: number;
  owner: { id: string; name: string } | null;
  estimatedCost: number | null;
  itinerary: { day: number; date: string | null; stops: { name: string; kind: string }[] }[];
};

type WithPlan = { plan: PlanShown | null };
const withPlan = `plan { ${planFields} }`;

export const createPlan = (person: Person, change: object = {}) =>
  mutate<WithPlan>(person, 'createPlan', { location: '강릉', groupSize: 2, ...change }, withPlan);

export const updatePlan = (person: Person, plan: { id: string; version: number }, change: object) =>
  mutate<WithPlan>(person, 'updatePlan', { planId: plan.id, expectedVersion: plan.version, ...change }, withPlan);

export const deletePlan = (person: Person, planId: string) =>
  mutate<{ deletedPlanId: string | null }>(person, 'deletePlan', { planId }, 'deletedPlanId');

const ofPlan = (field: string) => (person: Person, planId: string) =>
  mutate<WithPlan>(person, field, { planId }, withPlan);

export const sharePlan = ofPlan('sharePlan');
export const unsharePlan = ofPlan('unsharePlan');
export const heartPlan = ofPlan('heartPlan');
export const unheartPlan = ofPlan('unheartPlan');

/** A new plan on the board. */
export async function sharedPlan(person: Person, change: object = {}): Promise<string> {
  const { plan } = await createPlan(person, change);
  await sharePlan(person, plan?.id ?? '');
  return plan?.id ?? '';
}

export async function showPlan(person: Person, id: string): Promise<PlanShown | null> {
  const { data } = await person.ask<WithPlan>(`query ($id: ID!) { plan(id: $id) { ${planFields} } }`, { id });
  return data?.plan ?? null;
}

export type BoardPage = { nodes: PlanShown[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

/** A page of the public board, as anybody sees it. */
export async function readBoard(url: string, page: object = {}): Promise<BoardPage> {
  const { data, errors } = await post<{ planBoard: BoardPage }>(url, {
    query: `query ($search: String, $orderBy: PlanOrder! = NEWEST, $first: Int! = 20, $after: String) {
      planBoard(search: $search, orderBy: $orderBy, first: $first, after: $after) {
        nodes { ${planFields} } pageInfo { hasNextPage endCursor }
      }
    }`,
    variables: { ...page },
  });
  if (!data) throw new Error(`planBoard answered ${JSON.stringify(errors)}`);
  return data.planBoard;
}

/** Some fields of a member's own. */
export async function mine<Fields>(person: Person, selection: string): Promise<Fields> {
  const { data, errors } = await person.ask<{ me: Fields | null }>(`{ me { ${selection} } }`);
  if (!data?.me) throw new Error(`me answered ${JSON.stringify(errors)}`);
  return data.me;
}

export type RecommendationShown = {
  id: string;
  kind: string;
  status: string;
  plan: PlanShown | null;
  failure: { reason: string; message: string } | null;
};

const recommendationFields = `id kind status plan { ${planFields} } failure { reason message }`;

let keys = 0;

/** Asks for a recommendation for a week from now. `change` replaces parts of the input. */
export function requestRecommendation(person: Person, change: object = {}) {
  keys += 1;
  const trip = { location: '강릉', groupSize: 2, travelDate: inDays(7), returnDate: inDays(8), budget: 600_000 };
  return mutate<{ recommendation: RecommendationShown | null }>(
    person,
    'requestRecommendation',
    { kind: 'PERSONAL', ...trip, idempotencyKey: `e2e-${process.pid}-${keys}`, ...change },
    `recommendation { ${recommendationFields} }`,
  );
}

export async function showRecommendation(person: Person, id: string): Promise<RecommendationShown | null> {
  const { data } = await person.ask<{ recommendation: RecommendationShown | null }>(
    `query ($id: ID!) { recommendation(id: $id) { ${recommendationFields} } }`,
    { id },
  );
  return data?.recommendation ?? null;
}

/** The recommendation live; closed with the test. */
export const watchRecommendation = (
  person: Person,
  id: string,
): Subscription<{ recommendationChanged: RecommendationShown }> =>
  closing(
    person.watch(
      `subscription ($id: ID!) { recommendationChanged(recommendationId: $id) { ${recommendationFields} } }`,
      { id },
    ),
  );

export type TokensShown = { balance: number; entries: { nodes: { id: string; kind: string; amount: number }[] } };

/** What a member has, with the last hundred entries. */
export const tokensOf = async (person: Person): Promise<TokensShown> =>
  (
    await mine<{ tokenAccount: TokensShown }>(
      person,
      'tokenAccount { balance entries(first: 100) { nodes { id kind amount } } }',
    )
  ).tokenAccount;

/** Saves a card of the provider's sandbox. */
export async function saveCard(person: Person, providerToken: string): Promise<string> {
  const { paymentMethod } = await mutate<{ paymentMethod: { id: string } | null }>(
    person,
    'savePaymentMethod',
    { providerToken },
    'paymentMethod { id }',
  );
  return paymentMethod?.id ?? '';
}

type Bought = {
  tokenAccount: { balance: number } | null;
  purchase: { id: string; status: string; quantity: number; amount: number; payment: { status: string } } | null;
};

export function buyTokens(
  person: Person,
  input: { quantity: number; paymentMethodId: string; idempotencyKey?: string },
) {
  keys += 1;
  return mutate<Bought>(
    person,
    'buyTokens',
    { idempotencyKey: `e2e-${process.pid}-${keys}`, ...input },
    'tokenAccount { balance } purchase { id status quantity amount payment { status } }',
  );
}

export const follow = (person: Person, memberId: string) =>
  mutate<{ followedMember: { followerCount: number; followedByMe: boolean } | null }>(
    person,
    'follow',
    { memberId },
    'followedMember { followerCount followedByMe }',
  );

export const unfollow = (person: Person, memberId: string) =>
  mutate<{ unfollowedMember: { followerCount: number; followedByMe: boolean } | null }>(
    person,
    'unfollow',
    { memberId },
    'unfollowedMember { followerCount followedByMe }',
  );

export type NotificationShown = {
  id: string;
  kind: string;
  title: string;
  text: string;
  plan: { id: string; location: string } | null;
  member: { id: string; name: string } | null;
  readAt: string | null;
};

const notificationFields = 'id kind title text plan { id location } member { id name } readAt';

/** The mailbox, the newest first: a hundred at most. */
export const notificationsOf = async (person: Person, unreadOnly = false): Promise<readonly NotificationShown[]> =>
  (
    await mine<{ notifications: { nodes: NotificationShown[] } }>(
      person,
      `notifications(first: 100, unreadOnly: ${unreadOnly}) { nodes { ${notificationFields} } }`,
    )
  ).notifications.nodes;

/** The first notification in the mailbox that looks as the test says, as soon as there is one. */
export const untilTold = (
  person: Person,
  looks: (notification: NotificationShown) => boolean,
): Promise<NotificationShown> => until(async () => (await notificationsOf(person)).find(looks), { timeoutMs: 20_000 });

/** Notifications live, from the one after `after` on; closed with the test. */
export const watchNotifications = (
  person: Person,
  after: string | null = null,
): Subscription<{ notificationAdded: NotificationShown }> =>
  closing(
    person.watch(`subscription ($after: ID) { notificationAdded(after: $after) { ${notificationFields} } }`, { after }),
  );
