import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { FollowButton } from './follow-button.tsx';
import styles from './people.module.css';
import type { PersonFragment } from './person.gen.ts';
import { peopleWords } from './words.ts';

/** Somebody in a list, with the button to follow them. */
export function PersonRow({ person }: { readonly person: PersonFragment }): ReactNode {
  const words = useWords(peopleWords);
  return (
    <div className={styles.person}>
      <span className={styles.face} aria-hidden="true">
        {[...person.name][0]}
      </span>
      <p className={styles.who}>
        <Link to={`/people/${person.id}`}>{person.name}</Link>
        <span className="soft small">{words.followerCount(person.followerCount ?? 0)}</span>
      </p>
      <FollowButton person={person} />
    </div>
  );
}
