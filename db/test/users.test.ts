import { execFileSync } from 'node:child_process';
import { chown, copyFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { newCheckout } from './checkout.ts';
import { newDataDir, postmasterOf, processesOf, serverIds } from './data-dirs.ts';
import { query } from './query.ts';
import { serveInProcess } from './serving-process.ts';

const isRoot = process.getuid?.() === 0;
if (!isRoot) console.warn('!!! Not root: the tests that start the server as other OS users are SKIPPED.');

describe.skipIf(!isRoot)('started by root', () => {
  test('the server belongs to another user, who runs the binaries where they lie', async () => {
    const checkout = await newCheckout(0o755);
    const dataDir = await newDataDir();
    const starter = await serveInProcess(dataDir, { checkout });
    expect(await query(starter.url, 'select 1 as up')).toEqual([{ up: 1 }]);
    expect((await serverIds(dataDir)).uid).not.toBe(0);
    expect((await stat(`/proc/${await postmasterOf(dataDir)}`)).uid).toBe((await serverIds(dataDir)).uid);
    expect(await copiesIn(dataDir)).toEqual([]);
    await starter.stop();
  });

  test('from a repo that the other user may not enter, the binaries are copied next to the data, once', async () => {
    const checkout = await newCheckout(0o700);
    const dataDir = await newDataDir();
    const first = await serveInProcess(dataDir, { checkout });
    expect(await query(first.url, 'select 1 as up')).toEqual([{ up: 1 }]);
    await first.stop();
    const copies = await copiesIn(dataDir);
    expect(copies).toHaveLength(1);
    const made = (await stat(path.join(dataDir, copies[0] ?? ''))).ino;

    const second = await serveInProcess(dataDir, { checkout });
    expect((await stat(path.join(dataDir, copies[0] ?? ''))).ino).toBe(made);
    await second.stop();
    expect(await processesOf(dataDir)).toEqual([]);
  });

  test('a folder the other user cannot reach is refused with a way out', async () => {
    const outer = await newDataDir();
    await expect(serveInProcess(path.join(outer, 'inner'))).rejects.toThrow(/may not enter .*inner.*MOA_DATA_DIR/s);
  });
});

describe.skipIf(!isRoot)('started by a normal user', () => {
  test('a data dir of somebody else is refused with a way out', async () => {
    const checkout = await newCheckout(0o755);
    const node = path.join(checkout, 'node');
    await copyFile(process.execPath, node);
    const dataDir = await newDataDir();
    await (await serveInProcess(dataDir)).stop();
    const nobody = { uid: 65534, gid: 65534 };
    await expect(serveInProcess(dataDir, { checkout, node, ...nobody })).rejects.toThrow(/belong to another user/);
  });

  test('the server is that user’s own, though the packages are not', async () => {
    const nobody = {
      uid: Number(execFileSync('id', ['-u', 'nobody'])),
      gid: Number(execFileSync('id', ['-g', 'nobody'])),
    };
    const checkout = await newCheckout(0o755);
    const node = path.join(checkout, 'node');
    await copyFile(process.execPath, node);
    const dataDir = await newDataDir();
    await chown(dataDir, nobody.uid, nobody.gid);

    const starter = await serveInProcess(dataDir, { checkout, node, ...nobody });
    expect(starter.owned).toBe(true);
    expect(await query(starter.url, 'select 1 as up')).toEqual([{ up: 1 }]);
    expect(await serverIds(dataDir)).toEqual(nobody);
    // The symlinks were missing in a folder this user may not change, so a copy got them.
    expect(await copiesIn(dataDir)).toHaveLength(1);
    await starter.stop();
    expect(await processesOf(dataDir)).toEqual([]);

    // Root later serves the same data as the user to whom it belongs.
    const root = await serveInProcess(dataDir, { checkout });
    expect(await query(root.url, 'select 1 as up')).toEqual([{ up: 1 }]);
    expect((await stat(`/proc/${await postmasterOf(dataDir)}`)).uid).toBe(nobody.uid);
    await root.stop();
  });
});

async function copiesIn(dataDir: string): Promise<string[]> {
  return (await readdir(dataDir)).filter((name) => name.startsWith('binaries-'));
}
