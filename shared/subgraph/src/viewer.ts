import { InvalidToken, type Verifier, type Viewer } from '@moa/identity';
import { graphError } from './errors.ts';

/** `Authorization: Bearer …` → who asks. @throws InvalidToken when there is no valid token */
export async function viewerOf(authorization: unknown, verifier: Verifier): Promise<Viewer> {
  if (typeof authorization !== 'string' || !authorization.startsWith('Bearer '))
    throw new InvalidToken('There is no token.');
  return verifier.verify(authorization.slice('Bearer '.length));
}

/** The signed-in member's id. @throws UNAUTHENTICATED */
export function memberId(viewer: Viewer): string {
  if (viewer.kind !== 'member') throw graphError('UNAUTHENTICATED');
  return viewer.memberId;
}

export const hasRole = (viewer: Viewer, role: Extract<Viewer, { kind: 'member' }>['roles'][number]): boolean =>
  viewer.kind === 'member' && viewer.roles.includes(role);
