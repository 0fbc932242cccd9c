import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import type { Role } from '../../session/session.ts';
import { useSettings } from '../../session/settings.ts';
import { Card } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './sign-in.module.css';
import { signIn } from './sign-in-form.tsx';
import { signInWords } from './sign-in-words.ts';
import { useBeginSession } from './use-begin-session.ts';

/** One click and you are somebody; nothing where there are no demo members. */
export function DemoMembers(): ReactNode {
  const words = useWords(signInWords);
  const settings = useSettings();
  const { begin, busy, error } = useBeginSession(signIn);
  if (settings?.demo.length === 0) return null;
  /** What one does in Moa beyond being a member. */
  const calling = (roles: readonly string[]): string => {
    const role = roles.find((each) => each !== 'MEMBER') ?? 'MEMBER';
    return Object.hasOwn(words.roles, role) ? words.roles[role as Role] : role; // looked up in the line itself
  };
  return (
    <Card label={words.demoTitle}>
      <h2>{words.demoTitle}</h2>
      <p className="soft">{words.demoLead}</p>
      <Problem error={error} />
      {settings ? (
        <ul className={`plain ${styles.members}`}>
          {settings.demo.map(({ name, email, password, roles }) => (
            <li key={email}>
              <button
                type="button"
                className={styles.member}
                disabled={busy}
                onClick={() => begin({ email, password })}
              >
                <strong lang="ko">{name}</strong>
                <span className="soft small">{calling(roles)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton count={5} height="4.5rem" />
      )}
    </Card>
  );
}
