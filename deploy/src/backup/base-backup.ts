import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { copyOwner, copyTree } from './copy-tree.ts';

/** What a server makes anew at its start, or what is of the running one alone. */
const left =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.|^postmaster\.(pid|opts)$|(^|\/)(pgsql_tmp|pg_internal\.init)/;
/** The server's own word on where its log stands goes last, when the rest is there. */
const control = 'global/pg_control';

/**
 * Copies a running PostgreSQL's cluster, all databases as of one moment, by the steps that its manual calls a base backup with
 * the low-level API. The copy comes up as a server does after a power cut, at the moment at which this resolves.
 *
 * @param url a superuser's
 * @param cluster the server's data folder, on this machine
 * @param to a folder that is not there yet
 */
export async function baseBackup(url: string, cluster: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Keeps the server from throwing log away that the copy will need; ends with the connection.
    await client.query(`select pg_create_physical_replication_slot('moa_backup', true, true)`);
    await client.query(`select pg_backup_start('moa', true)`);
    await copyTree(cluster, to, (file) => !left.test(file) && file !== control);
    await copyTree(path.join(cluster, 'global'), path.join(to, 'global'), (file) => file === path.basename(control));
    const { rows } = await client.query<{ label: string; last: string }>(
      'select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(false)',
    );
    const [{ label, last } = { label: '', last: '' }] = rows;
    const labelFile = path.join(to, 'backup_label');
    await writeFile(labelFile, label, { flag: 'wx' });
    await copyOwner(path.join(to, 'PG_VERSION'), labelFile);
    await copyLog(cluster, to, firstOf(label), last);
  } finally {
    await client.end();
  }
}

/** The file in which the log begins that the copy needs: `START WAL LOCATION: 0/2000028 (file 000000010000000000000002)`. */
function firstOf(label: string): string {
  const [, file] = /^START WAL LOCATION: .*\(file (\w+)\)/.exec(label) ?? [];
  if (file === undefined) throw new Error(`PostgreSQL's backup label names no file of its log:\n${label}`);
  return file;
}

async function copyLog(cluster: string, to: string, first: string, last: string): Promise<void> {
  const folder = path.join(cluster, 'pg_wal');
  const needed = (await readdir(folder)).filter((file) => /^[\dA-F]{24}$/.test(file) && file >= first && file <= last);
  if (!needed.includes(first) || !needed.includes(last))
    throw new Error(`PostgreSQL has thrown its log away from ${first} to ${last}.`);
  await copyTree(folder, path.join(to, 'pg_wal'), (file) => needed.includes(file));
}
