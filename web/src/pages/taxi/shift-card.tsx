import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DriverShiftDocument, type DriverShownFragment, GoOfflineDocument, GoOnlineDocument } from './drive.gen.ts';
import { driverRefusals } from './drive-refusals.ts';
import { driveWords } from './drive-words.ts';
import { PlaceField } from './place-field.tsx';
import styles from './taxi.module.css';
import type { Car } from './use-car.ts';

type Props = { readonly driver: DriverShownFragment; readonly car: Car };

/** On duty or off, and with which car. */
export function ShiftCard({ driver: { status, plate }, car }: Props): ReactNode {
  const words = useWords(driveWords);
  const refusals = driverRefusals[useLanguage()];
  const onceTold = { refetchQueries: [DriverShiftDocument], awaitRefetchQueries: true };
  const [goOnline, coming] = useMutation(GoOnlineDocument, onceTold);
  const [goOffline, leaving] = useMutation(GoOfflineDocument, onceTold);
  const { latitude, longitude } = car.at;
  const refused = (status === 'OFFLINE' ? coming.data?.goOnline : leaving.data?.goOffline)?.userErrors ?? [];
  return (
    <Card label={words.shift}>
      <p className={styles.total}>
        <span>{words.states[status]}</span>
        <span lang="ko">{plate}</span>
      </p>
      {status === 'OFFLINE' && <p className="soft">{words.offlineText}</p>}
      {status === 'FREE' && <p className="soft">{words.freeText}</p>}
      {status === 'BOOKED' && leaving.data?.goOffline.driver && <p className="soft">{words.leaving}</p>}
      {(status === 'OFFLINE' || status === 'FREE') && (
        <PlaceField label={words.here} shown={`${latitude.toFixed(4)}, ${longitude.toFixed(4)}`} onPlace={car.stand} />
      )}
      {refused.map(({ code }) => (
        <Notice key={code} tone="danger">
          {refusals[code]}
        </Notice>
      ))}
      <Problem error={coming.error ?? leaving.error} />
      {status === 'OFFLINE' ? (
        <Button
          tone="accent"
          busy={coming.loading}
          onClick={() => goOnline({ variables: { latitude, longitude } }).catch(() => undefined)} // the error is shown
        >
          {words.goOnline}
        </Button>
      ) : (
        <Button busy={leaving.loading} onClick={() => goOffline().catch(() => undefined)}>
          {status === 'BOOKED' ? words.finishThen : words.goOffline}
        </Button>
      )}
    </Card>
  );
}
