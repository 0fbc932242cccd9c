export { type City, openCity } from './city.ts';
export type { CityOptions } from './options.ts';
export type { Tally } from './tally.ts';
