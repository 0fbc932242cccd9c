import { graphError } from '@moa/subgraph';
import type { Verdict } from '../credentials/attempts.ts';
import { findCredentialsById } from '../persistence/members.ts';
import type { AccountContext } from './context.ts';

/**
 * Whether it is the password of this member, who is signed in: a stolen access token opens no way to guess it. Right with
 * the hash that it was verified against. @throws UNAUTHENTICATED when the member has left
 */
export async function provePassword(
  { em, viewer, passwords, attempts }: AccountContext,
  memberId: string,
  password: string,
): Promise<Verdict<string>> {
  const found = await findCredentialsById(em, memberId);
  if (!found) throw graphError('UNAUTHENTICATED');
  const { member, hash } = found;
  return attempts.prove({ viewer, email: member.email }, async () =>
    hash !== undefined && (await passwords.verify(password, hash)) ? hash : null,
  );
}
