import pg from 'pg';
import { withAdvisoryLock } from './advisory-lock.ts';

const { escapeIdentifier, escapeLiteral } = pg;

type Account = { role: string; password: string; database: string };

/**
 * Makes true what each URL says: a login role without powers, its password, and a database that it owns and nobody else
 * may enter. Runs any number of times, in several processes at once.
 *
 * @param adminUrl a login that may create roles and databases on the same server
 */
export async function provision(adminUrl: string, urls: readonly string[]): Promise<void> {
  const accounts = urls.map((url) => parse(url, adminUrl));
  await withAdvisoryLock(adminUrl, 'moa provision', async (admin) => {
    for (const account of accounts) {
      await provisionRole(admin, account);
      await provisionDatabase(admin, account);
    }
  });
}

async function provisionRole(admin: pg.Client, { role, password }: Account): Promise<void> {
  const name = escapeIdentifier(role);
  const found = await admin.query<{ powerful: boolean }>(
    `select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls as powerful from pg_roles where rolname = $1`,
    [role],
  );
  const [existing] = found.rows;
  if (existing === undefined) await admin.query(`create role ${name} nosuperuser nocreatedb nocreaterole`);
  if (existing?.powerful)
    await admin.query(`alter role ${name} nosuperuser nocreatedb nocreaterole noreplication nobypassrls`);
  await admin.query(`alter role ${name} login password ${escapeLiteral(password)}`);
  // An admin who is no superuser may hand a database only to roles it could become.
  await admin.query(
    `do $$ begin
       if not (select rolsuper from pg_roles where rolname = current_user) then
         execute format('grant %I to current_user with set true', ${escapeLiteral(role)});
       end if;
     end $$`,
  );
}

async function provisionDatabase(admin: pg.Client, { role, database }: Account): Promise<void> {
  const name = escapeIdentifier(database);
  const owner = escapeIdentifier(role);
  const found = await admin.query<{ owner: string }>(
    'select pg_get_userbyid(datdba) as owner from pg_database where datname = $1',
    [database],
  );
  const [existing] = found.rows;
  if (existing === undefined) await admin.query(`create database ${name} owner ${owner}`);
  else if (existing.owner !== role) await admin.query(`alter database ${name} owner to ${owner}`);
  await admin.query(`revoke all on database ${name} from public`);
}

function parse(url: string, adminUrl: string): Account {
  const { username, password, pathname, host } = new URL(url);
  const account = {
    role: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  };
  const missing = Object.entries(account).flatMap(([part, value]) => (value === '' ? [part] : []));
  if (missing.length > 0)
    throw new Error(
      `A database URL for ${host} lacks its ${missing.join(' and ')}: write postgres://role:password@host:port/database.`,
    );
  const admin = new URL(adminUrl);
  if (username === admin.username)
    throw new Error(
      `The role ${account.role} is the server’s administrator; give ${host}/${account.database} a role of its own.`,
    );
  if (pathname === admin.pathname)
    throw new Error(
      `${account.database} is the server administrator’s own database; give the role ${account.role} another one.`,
    );
  return account;
}
