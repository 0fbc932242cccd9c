export { type Caused, withCause } from './cause.ts';
export type { LiveEntry, LiveLog, LiveSignal } from './live-log.ts';
export { type LiveOptions, openLive } from './open.ts';
