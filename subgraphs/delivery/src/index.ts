export { type DeliveryConfig, openDelivery, typeDefs } from './open.ts';
export { database } from './persistence/database.ts';
