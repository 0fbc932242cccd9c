import { useQuery } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { useHasRole } from '../../session/use-session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectField } from '../../ui/field.tsx';
import { More } from '../../ui/more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RideRow } from './ride-row.tsx';
import { rideWords } from './ride-words.ts';
import { MyRidesDocument, type RideRole } from './rides.gen.ts';
import styles from './taxi.module.css';

export const Component = (): ReactNode => (
  <SignedIn>
    <Rides />
  </SignedIn>
);

const roles = ['CUSTOMER', 'DRIVER'] as const satisfies readonly RideRole[];

/** My page: where I went, or whom I drove, the newest first. */
function Rides(): ReactNode {
  const words = useWords(rideWords);
  const isDriver = useHasRole('DRIVER');
  const [role, setRole] = useState<RideRole>('CUSTOMER');
  const { data, error, refetch, fetchMore } = useQuery(MyRidesDocument, {
    variables: { as: role },
    fetchPolicy: 'cache-and-network',
  });
  const rides = data?.me?.rideHistory;
  return (
    <div className={styles.rides}>
      {isDriver && (
        <div className={styles.filter}>
          <SelectField
            label={words.as}
            value={role}
            onChange={({ target }) => setRole(roles.find((each) => each === target.value) ?? 'CUSTOMER')}
          >
            {roles.map((each) => (
              <option key={each} value={each}>
                {words.roles[each]}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      <Problem error={error} onRetry={refetch} />
      {!rides && !error && <Skeleton count={4} height="6rem" />}
      {rides?.nodes.length === 0 && role === 'DRIVER' && <EmptyState title={words.noneDriven} />}
      {rides?.nodes.length === 0 && role === 'CUSTOMER' && (
        <EmptyState title={words.none} text={words.noneText}>
          <ButtonLink to="/taxi" tone="accent">
            {words.toCall}
          </ButtonLink>
        </EmptyState>
      )}
      <ul className={`plain ${styles.rows}`}>
        {rides?.nodes.map((ride) => (
          <RideRow key={ride.requestedAt} ride={ride} />
        ))}
      </ul>
      {rides && <More pageInfo={rides.pageInfo} onMore={(after) => fetchMore({ variables: { after } })} />}
    </div>
  );
}
