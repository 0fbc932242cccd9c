import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { SignedIn } from '../../session/signed-in.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DriverShiftDocument } from './drive.gen.ts';
import { DriverRegistration } from './driver-registration.tsx';
import { Shift } from './shift.tsx';

export const Component = (): ReactNode => (
  <SignedIn as="DRIVER">
    <Drive />
  </SignedIn>
);

/** A driver's view: who has not told plate and phone does that first. */
function Drive(): ReactNode {
  const { data, error, refetch } = useQuery(DriverShiftDocument, { fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <Problem error={error} onRetry={refetch} /> : <Skeleton count={2} height="12rem" />;
  const driver = data.me?.driver;
  if (!driver?.plate) return <DriverRegistration />;
  return <Shift driver={driver} />;
}
