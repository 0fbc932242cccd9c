import { useSyncExternalStore } from 'react';
import { currentSession, onSessionChange, type Role, type Session } from './session.ts';

/** Who is signed in here; nothing for a visitor. */
export const useSession = (): Session | undefined => useSyncExternalStore(onSessionChange, currentSession);

/** Whether who is signed in holds the role. What is shown follows it; what is allowed the graph decides. */
export const useHasRole = (role: Role): boolean => useSession()?.member.roles?.includes(role) ?? false;
