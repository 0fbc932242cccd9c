import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Field } from '../../ui/field.tsx';
import { isSame, type Place } from './place.ts';
import styles from './place-field.module.css';
import { useFoundPlaces } from './use-found-places.ts';
import { taxiWords } from './words.ts';

type Props = {
  readonly label: string;
  /** What stands there while nobody writes. */
  readonly shown: string;
  /** Offered before a letter is written. */
  readonly known?: readonly Place[];
  readonly onFocus?: () => void;
  readonly onPlace: (place: Place) => void;
};

/** A place by its name: what is written finds stations, and arrow keys and Enter choose one. */
export function PlaceField({ label, shown, known = [], onFocus, onPlace }: Props): ReactNode {
  const words = useWords(taxiWords);
  const id = useId();
  const [text, setText] = useState<string>();
  const [highlighted, setHighlighted] = useState(0);
  const { places, searching } = useFoundPlaces(text ?? '', known);
  const open = text !== undefined && (places.length > 0 || (text.trim() !== '' && !searching));
  const close = () => setText(undefined);
  const pick = (place: Place) => {
    onPlace(place);
    close();
  };
  const press = (event: KeyboardEvent) => {
    const place = places[highlighted];
    if (event.nativeEvent.isComposing || !open) return; // Hangul is still being put together
    if (event.key === 'ArrowDown') setHighlighted((highlighted + 1) % Math.max(1, places.length));
    else if (event.key === 'ArrowUp') setHighlighted((highlighted + places.length - 1) % Math.max(1, places.length));
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter') {
      if (place) pick(place);
    } else return;
    event.preventDefault();
  };
  return (
    <div className={styles.field}>
      <Field
        label={label}
        value={text ?? shown}
        placeholder={words.placeHint}
        autoComplete="off"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && places[highlighted] ? `${id}-${highlighted}` : undefined}
        onFocus={() => {
          setText('');
          setHighlighted(0);
          onFocus?.();
        }}
        onBlur={close}
        onKeyDown={press}
        onChange={({ target }) => {
          setText(target.value);
          setHighlighted(0);
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} hidden={!open} className={styles.list}>
        {places.map((place, index) => (
          // biome-ignore lint/a11y: as above; its keys are those of the field
          <div
            key={`${place.name} ${place.latitude}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === highlighted}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()} // the field stays in focus until the click has come
            onClick={() => pick(place)}
          >
            <span>{place.name}</span>
            <span className="soft small">
              {known.some((each) => isSame(each, place)) ? words.lately : place.detail}
            </span>
          </div>
        ))}
        {open && places.length === 0 && (
          // biome-ignore lint/a11y/useFocusableInteractive: nothing to choose
          <div role="option" aria-selected="false" aria-disabled="true" className={styles.option}>
            {words.nothingFound}
          </div>
        )}
      </div>
    </div>
  );
}
