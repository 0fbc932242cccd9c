import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './people.module.css';
import type { PersonFragment } from './person.gen.ts';
import { useFollow } from './use-follow.ts';
import { peopleWords } from './words.ts';

/** Follows somebody or no longer: it turns at once, and back where the graph says no. Not for oneself. */
export function FollowButton({ person }: { readonly person: PersonFragment }): ReactNode {
  const words = useWords(peopleWords);
  const me = useSession()?.member.id;
  const { turn, problem } = useFollow(person);
  if (person.id === me) return null;
  const follows = person.followedByMe ?? false;
  return (
    <div>
      <Button
        size="small"
        tone={follows ? 'plain' : 'accent'}
        aria-pressed={follows}
        aria-label={words.followPerson(person.name)}
        onClick={turn}
      >
        {follows && <Icon name="check" size={16} />}
        {follows ? words.following : words.follow}
      </Button>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
