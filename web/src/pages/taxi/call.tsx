import { type ReactNode, useState } from 'react';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import type { Marker } from '../../map/marker.tsx';
import { SeoulMap } from '../../map/seoul-map.tsx';
import { SignedIn } from '../../session/signed-in.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { type Place, spot } from './place.ts';
import { PlaceField } from './place-field.tsx';
import { RequestForm } from './request-form.tsx';
import styles from './taxi.module.css';
import { TripEstimate } from './trip-estimate.tsx';
import { UnderWay } from './under-way.tsx';
import { useEstimate } from './use-estimate.ts';
import { useRecentPlaces } from './use-my-taxi.ts';
import { type End, useTrip } from './use-trip.ts';
import { taxiWords } from './words.ts';

/** From where to where, what it would cost, and the call. */
export function Component(): ReactNode {
  const words = useWords(taxiWords);
  const language = useLanguage();
  const trip = useTrip();
  const { pickup, dropoff } = trip;
  const [asked, setAsked] = useState<End>();
  const next = asked ?? (pickup && !dropoff ? 'dropoff' : 'pickup');
  const estimate = useEstimate(trip);
  const recent = useRecentPlaces();
  const choose = (end: End, place: Place) => {
    trip.choose(end, place);
    setAsked(end === 'pickup' && !dropoff ? 'dropoff' : undefined);
  };
  const nameOf = (end: End): string => {
    const place = trip[end];
    return place ? place.name || estimate.nameOf(end, language) || words.onMap : '';
  };
  const markers = (['pickup', 'dropoff'] as const).flatMap((end): Marker[] => {
    const place = trip[end];
    return place ? [{ ...place, id: end, kind: end, label: `${words[end]}: ${nameOf(end)}` }] : [];
  });
  const both = pickup && dropoff && ([pickup, dropoff] as const);
  return (
    <div className={styles.split}>
      <div className={styles.mapSide}>
        <SeoulMap
          label={words.map}
          subwayLines
          markers={markers}
          paths={both ? [{ id: 'way', points: both, color: 'var(--accent)' }] : []}
          onPick={(point) => choose(next, spot(point))}
          {...(both && { around: both })}
        />
        <p className="soft small" aria-live="polite">
          {words.pick[next]}
        </p>
      </div>
      <div className={styles.panel}>
        <UnderWay />
        <Card label={words.title}>
          <div className={styles.ends}>
            {(['pickup', 'dropoff'] as const).map((end) => (
              <div key={end} className={end === next ? styles.endNext : styles.end}>
                <span className={styles[end]} aria-hidden="true" />
                <PlaceField
                  label={words[end]}
                  shown={nameOf(end)}
                  known={recent}
                  onFocus={() => setAsked(end)}
                  onPlace={(place) => choose(end, place)}
                />
              </div>
            ))}
          </div>
          {(pickup || dropoff) && (
            <div>
              <Button size="small" tone="quiet" onClick={trip.swap}>
                ⇅ {words.swap}
              </Button>
            </div>
          )}
          <TripEstimate trip={trip} estimate={estimate} />
          {both && estimate.given && (
            <SignedIn>
              <RequestForm
                pickup={{ ...both[0], name: nameOf('pickup') }}
                dropoff={{ ...both[1], name: nameOf('dropoff') }}
                fare={estimate.given.fare}
              />
            </SignedIn>
          )}
        </Card>
      </div>
    </div>
  );
}
