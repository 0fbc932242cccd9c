import { type Break, breakOf } from './break.ts';

export const messageBreaks: readonly Break[] = [
  breakOf(
    'outbox-sent',
    'every third live entry is left lying',
    'shared/outbox/src/dispatch.ts',
    'from outbox where sent_at is null order by id',
    "from outbox where sent_at is null and (kind <> 'live' or id % 3 <> 0) order by id",
  ),
  breakOf(
    'no-dead-letters',
    'a job that fails once is given up',
    'shared/jobs/src/retry.ts',
    'attempts: 1_000_000,',
    'attempts: 1,',
  ),
];
