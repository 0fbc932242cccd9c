import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The claims of a genuine ID token, with a signature that proves nothing. */
export function forge(genuine: string, how: 'none' | 'client secret' | "a stranger's key", secret: string): string {
  const { kid } = decodeProtectedHeader(genuine);
  const signed = (alg: string) => `${encode({ alg, kid })}.${encode(decodeJwt(genuine))}`;
  switch (how) {
    case 'none':
      return `${signed('none')}.`;
    case 'client secret':
      return `${signed('HS256')}.${createHmac('sha256', secret).update(signed('HS256')).digest('base64url')}`;
    case "a stranger's key":
      return `${signed('RS256')}.${sign('sha256', Buffer.from(signed('RS256')), stranger).toString('base64url')}`;
  }
}
