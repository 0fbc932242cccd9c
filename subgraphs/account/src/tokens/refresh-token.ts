import { createHash, randomBytes } from 'node:crypto';

const bytes = 32;
const lifeDays = 30;

/** A new refresh token: nothing but chance, so a hash without salt or cost keeps it. */
export const generateRefreshToken = (): string => randomBytes(bytes).toString('base64url');

/** SHA-256 in hexadecimal: what the database keeps instead of the token. */
export const hashRefreshToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export const refreshTokenExpiry = (now: Date): Date => new Date(now.getTime() + lifeDays * 86_400_000);
