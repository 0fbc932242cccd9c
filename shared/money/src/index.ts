export { sumOf, timesQuantity, type Won, won } from './won.ts';
export { WonScalar } from './won-scalar.ts';
