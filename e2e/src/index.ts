export { deliveryOf, orderFields, placeOrder, untilOrder } from './food.ts';
export { demoEmails, type Person, signIn } from './person.ts';
export { openPlace, type Place } from './place.ts';
export { type MoaProcess, startProcess, type Variables } from './process.ts';
export { requestTaxi } from './taxi.ts';
