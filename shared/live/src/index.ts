export type { LiveEntry, LiveLog, LiveSignal } from './live-log.ts';
export { type LiveOptions, openLive } from './open.ts';
