import { access, chmod, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@moa/db';
import { expect, onTestFinished, test } from 'vitest';
import { removeAbandoned } from '../src/test-server.ts';

test('what a killed run left is removed, a living server and a young folder are not', async () => {
  const parent = await mkdtemp(path.join(tmpdir(), 'moa-sweep-'));
  await chmod(parent, 0o711);
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = async (age: 'old' | 'young') => {
    const dir = await mkdtemp(path.join(parent, 'moa-test-'));
    if (age === 'old') await utimes(dir, 0, 0);
    return dir;
  };
  const [dead, young, living] = [await folder('old'), await folder('young'), await folder('old')];
  const server = await startPostgres({ dataDir: living, settings: { fsync: 'off' } });
  await utimes(living, 0, 0);

  await removeAbandoned(parent);
  await expect(access(dead)).rejects.toThrow('ENOENT');
  await access(young);
  await access(path.join(living, 'postgres', 'PG_VERSION'));
  await server.stop();
});
