import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { FavoriteWayFragment } from './favorites.gen.ts';
import styles from './favorites.module.css';
import { useName } from './use-name.ts';
import { subwayWords } from './words.ts';

type Props = {
  readonly favorite: FavoriteWayFragment;
  readonly onChoose: (from: string, to: string) => void;
  readonly onForget: (id: string) => void;
};

export function FavoriteRow({ favorite: { id, from, to, path, fare }, onChoose, onForget }: Props): ReactNode {
  const words = useWords(subwayWords);
  const format = useFormat();
  const nameOf = useName();
  const facts = path
    ? [
        format.duration(path.durationSeconds),
        words.transfers(path.transferCount),
        ...(fare ? [format.won(fare.card)] : []),
      ]
    : [words.unconnected];
  return (
    <li className={styles.row}>
      <button type="button" className={styles.choose} onClick={() => onChoose(from.id, to.id)}>
        <strong>
          {nameOf(from)} → {nameOf(to)}
        </strong>
        <span className="soft small">{facts.join(' · ')}</span>
      </button>
      <Button
        tone="quiet"
        size="small"
        aria-label={words.forget(nameOf(from), nameOf(to))}
        onClick={() => onForget(id)}
      >
        <Icon name="close" size={18} />
      </Button>
    </li>
  );
}
