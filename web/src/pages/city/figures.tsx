import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useWords } from '../../i18n/words.ts';
import { SubwayLinesOnMapDocument } from '../../map/subway-lines.gen.ts';
import type { CityBoardQuery } from './city.gen.ts';
import styles from './city.module.css';
import { cityWords } from './words.ts';

type Props = {
  readonly board: CityBoardQuery['planBoard'] | undefined;
  /** Nothing for a visitor. */
  readonly moving: { readonly orders: number; readonly rides: number } | undefined;
};

/** The city in a few numbers; a dash while one is not known. */
export function Figures({ board, moving }: Props): ReactNode {
  const words = useWords(cityWords);
  const { number } = useFormat();
  const lines = useQuery(SubwayLinesOnMapDocument).data?.subwayLines; // the map asks for the same
  const stations = new Set(
    lines?.flatMap(({ branches }) => branches.flatMap((each) => each.stations.map(({ id }) => id))),
  );
  const plans = board && number(board.nodes.length);
  const hearts = board && number(board.nodes.reduce((sum, { heartCount }) => sum + heartCount, 0));
  const figures = [
    ...(moving
      ? [
          [words.orders, number(moving.orders)],
          [words.rides, number(moving.rides)],
        ]
      : []),
    [words.plans, plans && (board.pageInfo.hasNextPage ? words.atLeast(plans) : plans)],
    [words.hearts, hearts && (board.pageInfo.hasNextPage ? words.atLeast(hearts) : hearts)],
    [words.lines, lines && number(lines.length)],
    [words.stations, lines && number(stations.size)],
  ] as const;
  return (
    <dl className={styles.figures} aria-label={words.figures}>
      {figures.map(([label, value]) => (
        <div key={label} className={styles.figure}>
          <dt>{label}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
