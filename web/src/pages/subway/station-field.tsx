import { useQuery } from '@apollo/client/react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Field } from '../../ui/field.tsx';
import styles from './station-field.module.css';
import { StationSuggestions } from './station-suggestions.tsx';
import { ChosenStationDocument } from './stations.gen.ts';
import { useName } from './use-name.ts';
import { useSuggestions } from './use-suggestions.ts';
import { subwayWords } from './words.ts';

type Props = {
  readonly label: string;
  /** The id of the station that is chosen. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
};

/** A station by its name: what is typed is searched for, arrow keys and Enter or a click choose. */
export function StationField({ label, chosen, onChoose }: Props): ReactNode {
  const words = useWords(subwayWords);
  const nameOf = useName();
  const listId = useId();
  const { data } = useQuery(ChosenStationDocument, { variables: { id: chosen ?? '' }, skip: chosen === undefined });
  const [typed, setTyped] = useState<string>(); // while somebody types; else the field tells what is chosen
  const [active, setActive] = useState(0);
  const found = useSuggestions(typed);
  const isOpen = typed !== undefined && found !== undefined && found.length > 0;
  const known = chosen !== undefined && data?.station ? nameOf(data.station) : '';

  const end = () => setTyped(undefined);
  const choose = (id: string | undefined) => {
    onChoose(id);
    end();
  };
  const type = (text: string) => {
    setTyped(text);
    setActive(0);
  };
  const leave = () => {
    if (typed === '') choose(undefined);
    else end();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !isOpen) return; // Enter ends a Hangul syllable first
    if (event.key === 'ArrowDown') setActive((active + 1) % found.length);
    else if (event.key === 'ArrowUp') setActive((active + found.length - 1) % found.length);
    else if (event.key === 'Enter') choose(found[active]?.id);
    else if (event.key === 'Escape') end();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.station}>
      <Field
        label={label}
        placeholder={words.typeHere}
        value={typed ?? known}
        onChange={({ target }) => type(target.value)}
        onFocus={({ target }) => target.select()}
        onBlur={leave}
        onKeyDown={press}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${found[active]?.id}` : undefined}
      />
      {isOpen && (
        <StationSuggestions id={listId} label={label} stations={found} active={found[active]?.id} onChoose={choose} />
      )}
      <div role="status" className={found?.length === 0 ? styles.none : undefined}>
        {typed !== undefined && found?.length === 0 && words.nothingFound}
      </div>
    </div>
  );
}
