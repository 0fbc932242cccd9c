import { memo, type ReactNode } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { shapes } from './projection.ts';
import styles from './seoul-map.module.css';

/** The land and its 25 districts. Drawn once: it is moved as a whole. */
export const Districts = memo(function Districts(): ReactNode {
  return (
    <g>
      {shapes.map(({ nameEn, outline }) => (
        <path key={nameEn} d={outline} className={styles.district} />
      ))}
    </g>
  );
});

/** In pixels. */
const letters = 12;

/** Where there is room for them. @param pixel one of the screen's, in the map's units */
export const DistrictNames = memo(function DistrictNames({ pixel }: { readonly pixel: number }): ReactNode {
  const language = useLanguage();
  if (pixel > 1.3) return null;
  return (
    <g>
      {shapes.map(({ name, nameEn, x, y }) => (
        <text key={nameEn} x={x} y={y} className={styles.name} fontSize={letters * pixel}>
          {language === 'ko' ? name : nameEn.replace('-gu', '')}
        </text>
      ))}
    </g>
  );
});
