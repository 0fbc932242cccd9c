import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of the bench's own; `drop` also cuts connections still open. */
export type BenchDatabase = { readonly url: string; drop(): Promise<void> };

/** `purpose` becomes part of the name: lower-case letters and underscores. */
export async function createDatabase(adminUrl: string, purpose: string): Promise<BenchDatabase> {
  const name = `bench_${purpose}_${randomBytes(4).toString('hex')}`;
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await asAdmin(adminUrl, `create database ${name}`);
  return { url: url.href, drop: () => asAdmin(adminUrl, `drop database if exists ${name} with (force)`) };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
