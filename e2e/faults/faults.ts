import { badWays } from './faults/bad-way.ts';
import { crashPoint } from './faults/crash-point.ts';
import type { Fault } from './faults/fault.ts';
import { frozenPart } from './faults/frozen-part.ts';
import { fullDisk } from './faults/full-disk.ts';
import { killAll } from './faults/kill-all.ts';
import { killPart } from './faults/kill-part.ts';
import { mixedJobs } from './faults/mixed-jobs.ts';
import { movedClock } from './faults/moved-clock.ts';
import { nothing } from './faults/nothing.ts';
import { postgresFrozen, postgresImmediate, postgresKilled } from './faults/postgres.ts';
import { redisFlushed, redisFrozen, redisKilled } from './faults/redis.ts';

export type { Fault, Heal } from './faults/fault.ts';
export { nothing };

/** Every fault there is. */
export const faults: readonly Fault[] = [
  killPart,
  killAll,
  frozenPart,
  postgresImmediate,
  postgresKilled,
  postgresFrozen,
  redisKilled,
  redisFlushed,
  redisFrozen,
  ...badWays,
  crashPoint,
  mixedJobs,
  movedClock,
  fullDisk,
];
