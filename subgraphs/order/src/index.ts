export { type OrderConfig, openOrder, typeDefs } from './open.ts';
export { database } from './persistence/database.ts';
export { type DemoDish, seedMenu } from './seed.ts';
