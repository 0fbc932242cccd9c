import { randomBytes } from 'node:crypto';
import { withAdvisoryLock } from '@moa/db';
import pg from 'pg';
import { databasePrefix, type TestRun, testRun, urlOf } from './test-run.ts';

const { escapeIdentifier } = pg;

/** A database made once per run and copied for each test; one name stands for one way to migrate. */
export type Template = { name: string; migrate(url: string): Promise<void> };

/** A database of a test's own. `url` logs in as the server's admin; `drop` also cuts connections still open. */
export type FreshDatabase = { url: string; drop(): Promise<void> };

/** Creates an empty database, or a copy of the template. */
export async function freshDatabase(template?: Template): Promise<FreshDatabase> {
  const run = testRun();
  const source = template === undefined ? 'template1' : await builtTemplate(run, template);
  const database = `${databasePrefix(run.id)}${randomBytes(6).toString('hex')}`;
  await asAdmin(run, (admin) =>
    admin.query(`create database ${escapeIdentifier(database)} template ${escapeIdentifier(source)}`),
  );
  return {
    url: urlOf(run.adminUrl, database),
    drop: () =>
      asAdmin(run, (admin) => admin.query(`drop database if exists ${escapeIdentifier(database)} with (force)`)),
  };
}

const built = new Map<string, Promise<string>>();

function builtTemplate(run: TestRun, template: Template): Promise<string> {
  const known = built.get(template.name);
  if (known !== undefined) return known;
  const building = build(run, template);
  built.set(template.name, building);
  return building;
}

/** The template gets its final name only when it is whole, so that a failed migration is never copied. */
async function build(run: TestRun, template: Template): Promise<string> {
  const name = `${databasePrefix(run.id)}template_${template.name}`;
  const unfinished = `${name}_unfinished`;
  await withAdvisoryLock(run.adminUrl, name, async (admin) => {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 1) return;
    await admin.query(`drop database if exists ${escapeIdentifier(unfinished)} with (force)`);
    await admin.query(`create database ${escapeIdentifier(unfinished)}`);
    await template.migrate(urlOf(run.adminUrl, unfinished));
    await admin.query(`alter database ${escapeIdentifier(unfinished)} allow_connections false`);
    await admin.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [unfinished]);
    await admin.query(`alter database ${escapeIdentifier(unfinished)} rename to ${escapeIdentifier(name)}`);
  });
  return name;
}

async function asAdmin(run: TestRun, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: run.adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
