import { useMutation } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { Point } from '../../map/point.ts';
import { airlineMeters, towards } from './distance.ts';
import { type DriverErrorCode, DriverShiftDocument, ReportPositionDocument } from './drive.gen.ts';

export type Car = {
  readonly at: Point;
  readonly isMoving: boolean;
  readonly refusals: readonly DriverErrorCode[];
  readonly error: unknown;
  readonly stand: (at: Point) => void;
  /** Goes there by itself, in fast motion: whichever way in about 15 seconds. */
  readonly driveTo: (goal: Point) => void;
  readonly stop: () => void;
};

type Motion = { readonly at: Point; readonly goal?: { readonly point: Point; readonly stride: number } };

const longestDriveSeconds = 15;
const leastStrideMeters = 40;
/** Of a car that is silent for a minute nobody knows where it is. */
const standingSeconds = 20;

/** Where this car is. On duty it says so each time it moves, and now and then while it stands. */
export function useCar(start: Point, isOnDuty: boolean): Car {
  const [{ at, goal }, setMotion] = useState<Motion>({ at: start });
  const [report, { data, error }] = useMutation(ReportPositionDocument, {
    onCompleted: ({ reportPosition }, options) => {
      const wasSentHome = reportPosition.userErrors.some(({ code }) => code === 'OFFLINE');
      if (wasSentHome) options?.client?.refetchQueries({ include: [DriverShiftDocument] });
    },
  });
  const isMoving = goal !== undefined;

  useEffect(() => {
    if (!isMoving) return;
    const driving = setInterval(() => setMotion(step), 1_000);
    return () => clearInterval(driving);
  }, [isMoving]);

  const { latitude, longitude } = at;
  useEffect(() => {
    if (!isOnDuty) return;
    const tell = () => void report({ variables: { latitude, longitude } }).catch(() => undefined); // `error` tells
    tell();
    const telling = setInterval(tell, standingSeconds * 1_000);
    return () => clearInterval(telling);
  }, [isOnDuty, latitude, longitude, report]);

  return {
    at,
    isMoving,
    refusals: data?.reportPosition.userErrors.map(({ code }) => code) ?? [],
    error,
    stand: (at) => setMotion({ at }),
    driveTo: (point) => {
      const stride = Math.max(leastStrideMeters, airlineMeters(at, point) / longestDriveSeconds);
      setMotion(step({ at, goal: { point, stride } }));
    },
    stop: () => setMotion({ at }),
  };
}

/** A second later. */
function step({ at, goal }: Motion): Motion {
  if (!goal) return { at };
  const next = towards(at, goal.point, goal.stride);
  return airlineMeters(next, goal.point) === 0 ? { at: next } : { at: next, goal };
}
