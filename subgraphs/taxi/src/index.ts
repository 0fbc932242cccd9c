export { openTaxi, type TaxiConfig, typeDefs } from './open.ts';
export { database } from './persistence/database.ts';
