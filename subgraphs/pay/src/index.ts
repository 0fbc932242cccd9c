export { openPay, type PayConfig, typeDefs } from './open.ts';
export { database } from './persistence/database.ts';
export { createProvider, type PaymentProvider, type ProviderConfig } from './provider/index.ts';
export { type DemoPaymentMethod, seedPaymentMethods } from './seed.ts';
