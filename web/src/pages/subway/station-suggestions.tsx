import type { ReactNode } from 'react';
import { LineName } from './line-name.tsx';
import styles from './station-field.module.css';
import type { SuggestedStationFragment } from './stations.gen.ts';
import { useName } from './use-name.ts';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly stations: readonly SuggestedStationFragment[];
  /** The id of the one that Enter would choose. */
  readonly active: string | undefined;
  readonly onChoose: (id: string) => void;
};

/** The list under a field; the focus stays in the field, which hears the keys. */
export function StationSuggestions({ id, label, stations, active, onChoose }: Props): ReactNode {
  const nameOf = useName();
  return (
    <div id={id} role="listbox" aria-label={label} className={styles.list}>
      {stations.map((station) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field hears the keys
        <div
          key={station.id}
          id={`${id}-${station.id}`}
          role="option"
          aria-selected={station.id === active}
          className={styles.option}
          onMouseDown={(event) => event.preventDefault()} // so that the field keeps the focus
          onClick={() => onChoose(station.id)}
        >
          <strong>{nameOf(station)}</strong>
          <span className={styles.lines}>
            {station.lines.map((line) => (
              <LineName key={line.id} line={line} />
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
