import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { StationField } from './station-field.tsx';
import styles from './subway.module.css';
import type { Journey } from './use-journey.ts';
import { subwayWords } from './words.ts';

type Props = { readonly journey: Journey; readonly onChange: (change: Partial<Journey>) => void };

export function JourneyForm({ journey: { from, to }, onChange }: Props): ReactNode {
  const words = useWords(subwayWords);
  return (
    <search aria-label={words.search} className={styles.form}>
      <StationField label={words.from} chosen={from} onChoose={(id) => onChange({ from: id })} />
      <Button aria-label={words.swap} onClick={() => onChange({ from: to, to: from })}>
        ⇄
      </Button>
      <StationField label={words.to} chosen={to} onChoose={(id) => onChange({ to: id })} />
    </search>
  );
}
