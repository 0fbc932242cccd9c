import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { isIP } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

export type Certificate = { readonly kind: 'made' | 'kept'; readonly validTo: Date };

/** The names that a machine has for itself. */
export const localNames = ['localhost', '127.0.0.1', '::1'] as const;

const days = 365;
const renewBeforeMs = 30 * 24 * 3_600_000;

/**
 * Makes a self-signed certificate for these names and its key, under the names that certbot gives them: fullchain.pem and
 * privkey.pem (0600). One that is there, has the names and is good for another month is kept.
 *
 * @throws Error when there is no openssl, or with what it says
 */
export async function ensureCertificate(folder: string, names: readonly string[]): Promise<Certificate> {
  const file = path.join(folder, 'fullchain.pem');
  const present = await readCertificate(file);
  if (present && names.every((name) => isFor(name, present)) && lasts(present))
    return { kind: 'kept', validTo: present.validToDate };

  await mkdir(folder, { recursive: true, mode: 0o711 });
  const workshop = await mkdtemp(path.join(folder, '.new-'));
  try {
    const [key, certificate] = ['privkey.pem', 'fullchain.pem'].map((name) => path.join(workshop, name));
    await openssl([
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', `${days}`],
      ...['-keyout', `${key}`, '-out', `${certificate}`, '-subj', `/CN=${names[0]}`],
      ...['-addext', `subjectAltName=${names.map(alternativeName).join(',')}`],
      ...['-addext', 'basicConstraints=critical,CA:FALSE', '-addext', 'extendedKeyUsage=serverAuth'],
    ]);
    await chmod(`${key}`, 0o600);
    await rename(`${key}`, path.join(folder, 'privkey.pem'));
    await rename(`${certificate}`, file);
  } finally {
    await rm(workshop, { recursive: true });
  }
  return { kind: 'made', validTo: new X509Certificate(await readFile(file)).validToDate };
}

async function readCertificate(file: string): Promise<X509Certificate | undefined> {
  const text = await readFile(file).catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return new X509Certificate(text);
  } catch {
    return undefined; // whatever it is, nginx would not take it
  }
}

const isFor = (name: string, certificate: X509Certificate): boolean =>
  (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined;

const lasts = ({ validToDate }: X509Certificate): boolean => validToDate.getTime() > Date.now() + renewBeforeMs;

const alternativeName = (name: string): string => `${isIP(name) ? 'IP' : 'DNS'}:${name}`;

async function openssl(args: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)('openssl', args);
  } catch (cause) {
    // execFile's promise is rejected with such an error only
    const { code, stderr } = cause as Error & { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new Error('There is no openssl here; Debian has it as "openssl".', { cause });
    throw new Error(`openssl could not make a certificate:\n${stderr}`, { cause });
  }
}
