import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { SeoulMap } from '../../map/seoul-map.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { DriverShownFragment } from './drive.gen.ts';
import { driverRefusals } from './drive-refusals.ts';
import { driveWords } from './drive-words.ts';
import { DrivenRide } from './driven-ride.tsx';
import { OfferCard } from './offer-card.tsx';
import { RideMap } from './ride-map.tsx';
import { ShiftCard } from './shift-card.tsx';
import styles from './taxi.module.css';
import { useCar } from './use-car.ts';
import { useOffer } from './use-offer.ts';

/** 서울역: where a car stands of which nobody knows better. */
const home = { latitude: 37.5549, longitude: 126.9714 };

/** The car on the map, and beside it what is to be done. */
export function Shift({ driver }: { readonly driver: DriverShownFragment }): ReactNode {
  const words = useWords(driveWords);
  const refusals = driverRefusals[useLanguage()];
  const { status, booking } = driver;
  const car = useCar(driver.position ?? home, status !== 'OFFLINE');
  const offer = useOffer(status);
  const isAsked = offer?.status === 'OPEN';
  const ride = booking ?? (isAsked ? { ...offer, status: 'DISPATCHED' as const } : undefined);
  return (
    <div className={styles.split}>
      <div className={styles.mapSide}>
        {ride ? (
          <RideMap ride={ride} car={car.at} onPick={car.stand} />
        ) : (
          <SeoulMap
            label={words.map}
            subwayLines
            markers={[{ ...car.at, id: 'car', kind: 'car', label: words.car }]}
            onPick={car.stand}
          />
        )}
        <p className="soft small">{words.pickHere}</p>
      </div>
      <div className={styles.panel}>
        {isAsked && <OfferCard key={offer.id} offer={offer} />}
        <DrivenRide booking={booking} car={car} />
        {offer && (offer.status === 'EXPIRED' || offer.status === 'WITHDRAWN') && status === 'FREE' && (
          <Notice>{words.past[offer.status]}</Notice>
        )}
        <ShiftCard driver={driver} car={car} />
        {car.refusals.map((code) => (
          <Notice key={code} tone="danger">
            {words.notReported}: {refusals[code]}
          </Notice>
        ))}
      </div>
    </div>
  );
}
