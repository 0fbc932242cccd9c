import type { ErrorLike } from '@apollo/client';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Fares } from './fares.tsx';
import { FavoriteSwitch } from './favorite-switch.tsx';
import type { Journey } from './use-journey.ts';
import { Way } from './way.tsx';
import type { SubwayWaysQuery } from './ways.gen.ts';
import { Ways } from './ways.tsx';
import { subwayWords } from './words.ts';

type Props = {
  readonly journey: Journey;
  readonly ways: SubwayWaysQuery | undefined;
  readonly error: ErrorLike | undefined;
  readonly onRetry: () => void;
  readonly onChange: (change: Partial<Journey>) => void;
};

/** The three ways, the chosen one leg by leg, and its fare. */
export function JourneyResult({ journey: { from, to, by }, ways, error, onRetry, onChange }: Props): ReactNode {
  const words = useWords(subwayWords);
  if (from === undefined || to === undefined) return <EmptyState title={words.begin} text={words.beginText} />;
  if (from === to) return <Notice>{words.sameStation}</Notice>;
  if (error) return <Problem error={error} onRetry={onRetry} />;
  if (!ways) return <Skeleton count={3} height="8rem" />;
  return (
    <>
      <Ways ways={ways} by={by} onChoose={(by) => onChange({ by })} />
      <Card label={words.way}>
        <Way way={ways[by]} />
        <FavoriteSwitch from={from} to={to} />
      </Card>
      <Fares from={from} to={to} by={by} />
    </>
  );
}
