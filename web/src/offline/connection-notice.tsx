import { useApolloClient } from '@apollo/client/react';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useConnection } from '../graphql/connection.ts';
import { defineWords, useWords } from '../i18n/words.ts';
import styles from './connection-notice.module.css';

const words = defineWords(
  {
    offline: '인터넷 연결이 끊겼어요. 보이는 내용은 마지막으로 받은 것이에요.',
    broken: '실시간 소식이 잠시 끊겼어요. 다시 연결하고 있어요…',
  },
  {
    offline: 'You are offline. What you see is what came last.',
    broken: 'Live news are away for a moment. Connecting again…',
  },
);

/** Shorter breaks are over before anybody has read of them. */
const patienceMs = 1_500;

/** Says that the network, or the socket for live events, is away; once it is back, what is seen is read anew. */
export function ConnectionNotice(): ReactNode {
  const { offline, broken } = useWords(words);
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const isBroken = useLasting(useConnection() === 'broken', patienceMs);
  useRefetchAfter(!online || isBroken);
  const text = online ? isBroken && broken : offline;
  return (
    <div role="status" className={styles.place}>
      {text && <p className={styles.notice}>{text}</p>}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** True once it has been so for a while. */
function useLasting(value: boolean, forMs: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!value) {
      setLasting(false);
      return;
    }
    const waiting = setTimeout(() => setLasting(true), forMs);
    return () => clearTimeout(waiting);
  }, [value, forMs]);
  return lasting;
}

function useRefetchAfter(away: boolean): void {
  const client = useApolloClient();
  const [wasAway, setWasAway] = useState(false);
  useEffect(() => {
    if (away) setWasAway(true);
    else if (wasAway) {
      setWasAway(false);
      client.refetchQueries({ include: 'active' }).catch(() => {
        // Each query that failed shows so in its place.
      });
    }
  }, [away, wasAway, client]);
}
