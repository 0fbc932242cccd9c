import { entitiesQuery, representations, statementsOf } from '@moa/subgraph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccountDatabase, runAccount, type Session, sessionIn, viewerIn } from './running-account.ts';

let database: Awaited<ReturnType<typeof freshAccountDatabase>>;
let account: Awaited<ReturnType<typeof runAccount>>;
const sessions: Session[] = [];

beforeAll(async () => {
  database = await freshAccountDatabase();
  account = await runAccount(database.url);
  for (let n = 0; n < 4; n += 1) sessions.push(sessionIn(await account.signUp({ email: `member${n}@example.com` })));
});
afterAll(async () => {
  await account.close();
  await database.drop();
});

test('members cost the database one statement, of however many', async () => {
  const fields = 'id name email age roles';
  for (const some of [sessions.slice(0, 1), sessions]) {
    const [viewer] = some.map(viewerIn);
    if (!viewer) throw new Error('Nobody has joined.');
    const ids = representations(
      'Member',
      some.map(({ member }) => member.id),
    );
    expect(await statementsOf(() => account.ask(viewer, entitiesQuery('Member', fields), ids))).toHaveLength(1);
    expect(await statementsOf(() => account.ask(viewer, `{ me { ${fields} } }`))).toHaveLength(1);
    const both = `query ($id: ID!) { me { ${fields} } member(id: $id) { name } }`;
    expect(await statementsOf(() => account.ask(viewer, both, { id: sessions.at(-1)?.member.id }))).toHaveLength(1);
  }
});
