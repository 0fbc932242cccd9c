import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { provision } from '../src/index.ts';
import { onDatabase, query } from './query.ts';

const adminUrl = process.env.TEST_DATABASE_URL ?? '';

describe('provision', () => {
  test('gives each URL a login and a database that no other login may enter', async () => {
    const [order, pay] = [accountUrl('order'), accountUrl('pay')];
    await provision(adminUrl, [order, pay]);

    await query(order, 'create table cart as select 1 as id');
    expect(await query(order, 'table cart')).toEqual([{ id: 1 }]);
    await expect(query(onDatabase(pay, databaseOf(order)), 'select 1')).rejects.toThrow(
      'permission denied for database',
    );
    await expect(query(onDatabase(order, databaseOf(pay)), 'select 1')).rejects.toThrow(
      'permission denied for database',
    );
  });

  test('leaves the roles without powers over the server', async () => {
    const url = accountUrl('weak');
    await provision(adminUrl, [url]);
    const [role] = await query(
      url,
      'select rolcanlogin, rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({ rolcanlogin: true, rolsuper: false, rolcreatedb: false, rolcreaterole: false });
    await expect(query(url, 'create role friend')).rejects.toThrow('permission denied');
    await expect(query(url, 'create database more')).rejects.toThrow('permission denied');
  });

  test('repeated, keeps the data, takes the new password and takes powers away', async () => {
    const url = accountUrl('again');
    await provision(adminUrl, [url]);
    await query(url, 'create table kept ()');
    await query(adminUrl, `alter role "${new URL(url).username}" createdb`);
    const renewed = Object.assign(new URL(url), { password: 'p%40ss%2F%27word' }).href;
    await provision(adminUrl, [renewed]);

    expect(await query(renewed, 'table kept')).toEqual([]);
    await expect(query(url, 'select 1')).rejects.toThrow('password authentication failed');
    expect(await query(renewed, 'select rolcreatedb from pg_roles where rolname = current_user')).toEqual([
      { rolcreatedb: false },
    ]);
  });

  test('works from several processes at once', async () => {
    const urls = ['a', 'b', 'c'].map(accountUrl);
    await Promise.all(Array.from({ length: 6 }, () => provision(adminUrl, urls)));
    for (const url of urls) expect(await query(url, 'select 1 as up')).toEqual([{ up: 1 }]);
  });

  test('works for an admin who may only create roles and databases', async () => {
    const admin = accountUrl('admin');
    const url = accountUrl('modest');
    await provision(adminUrl, [admin]);
    await query(adminUrl, `alter role "${new URL(admin).username}" createdb createrole`);
    await provision(admin, [url]);
    await provision(admin, [url]);
    await query(url, 'create table mine ()');
    expect(await query(url, 'table mine')).toEqual([]);
  });

  test('refuses URLs that are incomplete or name the administrator', async () => {
    await expect(provision(adminUrl, ['postgres://localhost/x'])).rejects.toThrow('lacks its role and password');
    await expect(provision(adminUrl, [onDatabase(adminUrl, 'x')])).rejects.toThrow('is the server’s administrator');
  });
});

/** A URL of a role and database that exist nowhere yet, dropped when the test ends. */
function accountUrl(name: string): string {
  const account = `${name}_${randomUUID().slice(0, 8)}`;
  onTestFinished(async () => {
    await query(adminUrl, `drop database if exists "${account}" with (force)`);
    await query(adminUrl, `drop role if exists "${account}"`);
  });
  return Object.assign(new URL(adminUrl), { username: account, password: `secret-of-${name}`, pathname: `/${account}` })
    .href;
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1);
}
