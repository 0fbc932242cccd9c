import { randomUUIDv7 } from 'node:crypto';
import { migrate } from '@moa/database';
import { generateKey, type Role, type Viewer } from '@moa/identity';
import { factQueue, jobQueue } from '@moa/outbox';
import { serveSubgraph } from '@moa/subgraph/testing';
import { type Bus, freshDatabase, until } from '@moa/testing';
import pg from 'pg';
import { database, openPlan, type PlanConfig } from '../src/index.ts';
import { fakeAdvisor } from './fake-advisor.ts';
import { openFakePay } from './fake-pay.ts';

export type Member = Extract<Viewer, { kind: 'member' }>;
export const member = (...roles: readonly Role[]): Member => ({
  kind: 'member',
  memberId: randomUUIDv7(),
  roles: ['MEMBER', ...roles],
});
export const admin = member('ADMIN');
export const nobody: Viewer = { kind: 'anonymous' };

export type Shown = {
  id: string;
  owner: { id: string };
  origin: string;
  title: string | null;
  location: string;
  groupSize: number;
  travelDate: string | null;
  returnDate: string | null;
  days: number;
  budget: number | null;
  details: string | null;
  itinerary: { day: number; date: string | null; stops: { name: string; kind: string; note: string }[] }[];
  estimatedCost: number | null;
  sharedAt: string | null;
  heartCount: number;
  heartedByMe: boolean | null;
  version: number;
};
export type Recommended = {
  id: string;
  status: string;
  kind: string;
  plan: Shown | null;
  failure: { reason: string; message: string } | null;
  settledAt: string | null;
};
export type Page = { ids: string[]; hasNextPage: boolean; endCursor: string | null };
type UserError = { code: string; field: string[] | null; message: string };

export const planFields = `id owner { id } origin title location groupSize travelDate returnDate days budget details
  itinerary { day date stops { name kind note } } estimatedCost sharedAt heartCount heartedByMe version`;
export const recommendationFields = `id status kind plan { ${planFields} } failure { reason message } settledAt`;
const page = 'nodes { id } pageInfo { hasNextPage endCursor }';

/** A day in Seoul so many days from now. */
export const inDays = (days: number): string =>
  new Date(Date.now() + 9 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** The plan subgraph with a database, a bus, a pay and an advisor of its own, and what people ask of it. */
export async function openWorld(kind: Bus, config: Partial<PlanConfig> = {}, clock = () => new Date()) {
  const pay = await openFakePay();
  const fake = fakeAdvisor();
  const books = await freshDatabase({ name: 'plan', migrate: (url) => migrate(url, database) });
  const { privateKey: identityKey } = await generateKey('plan');
  const planConfig: PlanConfig = {
    databaseUrl: books.url,
    payUrl: pay.url,
    identityKey,
    advisor: fake.advisor,
    ...config,
    timing: { takeOverMs: 300, ...config.timing },
  };
  const opened: Awaited<ReturnType<typeof openPlan>>[] = [];
  const served = await serveSubgraph(kind, async (ground) => {
    const plan = await openPlan(planConfig, { ...ground, clock });
    opened.push(plan);
    return plan;
  });
  const sql = new pg.Pool({ connectionString: books.url, max: 2 });
  sql.on('error', () => undefined); // the database may be dropped before the pool's last goodbye

  const mutate = async <Result extends { userErrors: UserError[] }>(
    viewer: Viewer,
    { name, input, shows }: { readonly name: string; readonly input: object; readonly shows: string },
  ) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const { data, errors } = await served.ask<{ [name: string]: Result }>(
      viewer,
      `mutation ($input: ${type}) { ${name}(input: $input) { ${shows} userErrors { code field message } } }`,
      { input },
    );
    return { payload: data?.[name], codes: data?.[name]?.userErrors.map(({ code }) => code), errors };
  };
  const onPlan =
    (name: string) =>
    async (viewer: Viewer, planId: string, change: object = {}) => {
      const { payload, codes, errors } = await mutate<{ plan: Shown | null; userErrors: UserError[] }>(viewer, {
        name,
        input: { planId, ...change },
        shows: `plan { ${planFields} }`,
      });
      return { plan: payload?.plan, userErrors: payload?.userErrors, codes, errors };
    };
  const create = async (viewer: Viewer, change: object = {}) => {
    const { payload, codes, errors } = await mutate<{ plan: Shown | null; userErrors: UserError[] }>(viewer, {
      name: 'createPlan',
      input: { location: '부산 해운대', groupSize: 2, ...change },
      shows: `plan { ${planFields} }`,
    });
    return { plan: payload?.plan, userErrors: payload?.userErrors, codes, errors };
  };
  const created = async (viewer: Viewer, change: object = {}): Promise<string> => {
    const { plan, userErrors, errors } = await create(viewer, change);
    if (!plan) throw new Error(`No plan was made: ${JSON.stringify(userErrors ?? errors)}`);
    return plan.id;
  };
  const share = onPlan('sharePlan');
  const shared = async (viewer: Viewer, change: object = {}): Promise<string> => {
    const id = await created(viewer, change);
    await share(viewer, id);
    return id;
  };
  const show = async (viewer: Viewer, id: string): Promise<Shown | null> => {
    const { data } = await served.ask<{ plan: Shown | null }>(
      viewer,
      `query ($id: ID!) { plan(id: $id) { ${planFields} } }`,
      {
        id,
      },
    );
    return data?.plan ?? null;
  };
  const pageOf = (
    connection: { nodes: { id: string }[]; pageInfo: Omit<Page, 'ids'> } | null | undefined,
  ): Page | null => (connection ? { ids: connection.nodes.map(({ id }) => id), ...connection.pageInfo } : null);
  type Connection = { nodes: { id: string }[]; pageInfo: Omit<Page, 'ids'> };
  const board = async (
    viewer: Viewer,
    variables: { search?: string; orderBy?: string; first?: number; after?: string | null } = {},
  ) => {
    const { data, errors } = await served.ask<{ planBoard: Connection }>(
      viewer,
      `query ($search: String, $orderBy: PlanOrder! = NEWEST, $first: Int! = 20, $after: String) {
         planBoard(search: $search, orderBy: $orderBy, first: $first, after: $after) { ${page} } }`,
      variables,
    );
    return { page: pageOf(data?.planBoard), errors };
  };
  /** A list of a member's, as the router asks for it. */
  const listOf = async (
    viewer: Viewer,
    list: 'plans' | 'sharedPlans' | 'heartedPlans',
    { of, first = 20, after = null }: { of: string; first?: number; after?: string | null },
  ) => {
    const { data } = await served.ask<{ _entities: [Record<string, Connection | null>] }>(
      viewer,
      `query ($r: [_Any!]!, $first: Int!, $after: String) {
         _entities(representations: $r) { ... on Member { ${list}(first: $first, after: $after) { ${page} } } } }`,
      { r: [{ __typename: 'Member', id: of }], first, after },
    );
    return pageOf(data?._entities[0]?.[list]);
  };

  const request = async (viewer: Viewer, change: object = {}) => {
    const input = { kind: 'PERSONAL', idempotencyKey: randomUUIDv7(), ...personal, ...change };
    const { payload, codes, errors } = await mutate<{ recommendation: Recommended | null; userErrors: UserError[] }>(
      viewer,
      { name: 'requestRecommendation', input, shows: `recommendation { ${recommendationFields} }` },
    );
    return { recommendation: payload?.recommendation, userErrors: payload?.userErrors, codes, errors };
  };
  const personal = { location: '부산', travelDate: inDays(10), budget: 500_000, groupSize: 2 };
  const showRecommendation = async (viewer: Viewer, id: string): Promise<Recommended | null> => {
    const { data } = await served.ask<{ recommendation: Recommended | null }>(
      viewer,
      `query ($id: ID!) { recommendation(id: $id) { ${recommendationFields} } }`,
      { id },
    );
    return data?.recommendation ?? null;
  };

  const hear = (fact: object, id = `test-${randomUUIDv7()}`) =>
    served.bus.jobs.add(factQueue('plan'), [{ id, name: 'fact', data: fact }]);

  return {
    ...served,
    pay,
    advisor: fake,
    sql,
    planConfig,
    mutate,
    create,
    created,
    share,
    shared,
    show,
    board,
    listOf,
    update: onPlan('updatePlan'),
    unshare: onPlan('unsharePlan'),
    heart: onPlan('heartPlan'),
    unheart: onPlan('unheartPlan'),
    remove: async (viewer: Viewer, planId: string) => {
      const { payload, codes } = await mutate<{ deletedPlanId: string | null; userErrors: UserError[] }>(viewer, {
        name: 'deletePlan',
        input: { planId },
        shows: 'deletedPlanId',
      });
      return { deletedPlanId: payload?.deletedPlanId, codes };
    },
    request,
    showRecommendation,
    /** Waits until it is READY or FAILED. */
    settled: (viewer: Viewer, id: string) =>
      until(async () => {
        const recommendation = await showRecommendation(viewer, id);
        return recommendation && recommendation.status !== 'REQUESTED' ? recommendation : undefined;
      }),
    /** Tells plan a fact, and waits until it was heard. */
    async hear(fact: object) {
      const id = `test-${randomUUIDv7()}`;
      await hear(fact, id);
      await until(async () => (await served.bus.jobs.stateOf(factQueue('plan'), [id])).get(id) === 'done');
    },
    tell: hear,
    /** Waits until the job that writes the plan of a recommendation has run to its end. */
    written: (recommendationId: string) =>
      until(async () => {
        const { rows } = await sql.query<{ id: string }>(
          `select 'plan-' || id as id from outbox where topic = 'recommend' and payload->>'recommendationId' = $1`,
          [recommendationId],
        );
        const id = rows[0]?.id ?? 'none';
        return (await served.bus.jobs.stateOf(jobQueue('plan'), [id])).get(id) === 'done';
      }),
    /** The facts that were published with this text in them, with their versions. */
    facts: async (text: string): Promise<string[]> => {
      const { rows } = await sql.query<{ topic: string; version: number }>(
        `select topic, (payload->'version')::int as version from outbox
         where kind = 'fact' and payload::text like '%' || $1 || '%' order by id`,
        [text],
      );
      return rows.map(({ topic, version }) => `${topic} ${version}`);
    },
    /** Stops all that work on it, as when the process ends; the queues stay. */
    stop: () => Promise.all(opened.splice(0).map((plan) => plan.close())),
    /** Another process begins to work on it. */
    async start() {
      opened.push(await openPlan(planConfig, { ...served, clock }));
    },
    async close() {
      await Promise.all(opened.slice(1).map((plan) => plan.close()));
      await served.close();
      await pay.close();
      await sql.end();
      await books.drop();
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;
