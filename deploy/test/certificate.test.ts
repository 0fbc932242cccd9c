import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'moa-certificate-'));
});
afterEach(() => rm(folder, { recursive: true }));

const certificate = async (...args: string[]): Promise<string> => {
  const main = path.resolve(import.meta.dirname, '../src/certificate/main.ts');
  const env = { PATH: process.env.PATH, MOA_DATA_DIR: folder };
  return (await promisify(execFile)(process.execPath, [main, ...args], { env })).stdout;
};
const file = (name: string) => path.join(folder, 'certificate', name);

test('makes a certificate of this machine in the data dir, once, with a key for its owner only', async () => {
  expect(await certificate()).toContain('Made a certificate for localhost, 127.0.0.1, ::1');
  const text = await readFile(file('fullchain.pem'), 'utf8');
  const { subjectAltName } = new X509Certificate(text);
  expect(subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
  expect((await stat(file('privkey.pem'))).mode & 0o777).toBe(0o600);

  expect(await certificate()).toContain('There is a certificate already');
  expect(await readFile(file('fullchain.pem'), 'utf8')).toBe(text);
  expect(await certificate('--name', 'moa.example')).toContain('Made a certificate for moa.example');
});

test('answers --help, and what it does not know, in words', async () => {
  expect(await certificate('--help')).toContain('--folder DIR');
  await expect(certificate('--nonsense')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--nonsense'),
  });
});
