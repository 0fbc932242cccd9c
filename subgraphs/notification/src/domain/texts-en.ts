import type { Content } from './content.ts';
import { figure, type Names, type Words, words } from './words.ts';

const failure = 'No travel plan could be recommended.';
const failures = new Map([
  ['NOTHING_KNOWN_OF_PLACE', 'No travel plan could be recommended: we know of nothing to see there.'],
  ['BUDGET_TOO_SMALL', 'No travel plan could be recommended: the budget is too small.'],
]);

const won = (amount: number): string => `₩${figure(amount)}`;
const tokens = (count: number): string => (count === 1 ? '1 token' : `${figure(count)} tokens`);
const minutes = (count: number): string => (count === 1 ? '1 minute' : `${count} minutes`);

export function english(content: Content, names: Names): Words {
  const other = names.aboutName || 'A member';
  switch (content.kind) {
    case 'ORDER_PAID':
      return words('Paid', 'Your order is paid. Its delivery will start soon.');
    case 'ORDER_COMPLETED':
      return words('Order complete', 'Your food has arrived. Enjoy your meal.');
    case 'ORDER_CANCELLED':
      return content.reason === 'CUSTOMER'
        ? words('Order cancelled', 'Your order was cancelled.')
        : words('Order cancelled', 'The payment was refused, so your order was cancelled.');
    case 'ORDER_REFUNDED':
      return words('Refunded', `${won(content.amount)} was refunded.`);
    case 'DELIVERY_ACCEPTED':
      return words('Delivery started', 'A courier has taken on your food.');
    case 'DELIVERY_CANCELLED':
      return words('Delivery cancelled', 'The delivery that you took on was cancelled. There is nothing to bring.');
    case 'TAXI_REQUESTED':
      return words(
        'Taxi requested',
        `You asked for a taxi from ${content.pickup} to ${content.dropoff}. The fare will be about ${won(content.estimatedFare)}.`,
      );
    case 'TAXI_DISPATCHING':
      return words('Looking for a taxi', 'We are asking the drivers near you.');
    case 'TAXI_DISPATCHED': {
      const arrival = `Your taxi arrives in about ${minutes(content.arrivalMinutes)}.`;
      if (!content.person) return words('Taxi on its way', arrival);
      const { plate, phone } = content.person;
      return words('Taxi on its way', `${arrival} Number plate ${plate}, the driver's phone ${phone}.`);
    }
    case 'RIDE_STARTED':
      return words('Ride started', 'Your ride has started. Please fasten your seat belt.');
    case 'RIDE_COMPLETED':
      return words('Ride complete', `You have arrived. The fare of ${won(content.fare)} is paid.`);
    case 'RIDE_PAYMENT_REFUSED':
      return words('Payment failed', `Your taxi fare of ${won(content.amount)} could not be paid: ${content.message}`);
    case 'TAXI_CANCEL_REQUESTED':
      return words('Cancelling', 'You asked to cancel your taxi. We will tell you in a moment whether it worked.');
    case 'TAXI_CANCELLED_BY_CUSTOMER':
      return words('Taxi cancelled', 'You cancelled your taxi.');
    case 'TAXI_CANCELLED_BY_SYSTEM':
      return content.reason === 'NO_CAR'
        ? words('No taxi found', 'No taxi is free near you, so your request was cancelled. Please try again later.')
        : words('No taxi found', 'No driver could take you, so your request was cancelled. Please try again later.');
    case 'RIDE_OFFERED':
      return words(
        'New ride',
        content.person
          ? `Somebody at ${content.person.pickup} needs a taxi. Will you take the ride?`
          : 'Somebody needs a taxi. Will you take the ride?',
      );
    case 'DRIVER_DISPATCHED':
      return words(
        'Ride confirmed',
        content.person ? `The ride is yours. Your customer waits at ${content.person.pickup}.` : 'The ride is yours.',
      );
    case 'DRIVER_RIDE_STARTED':
      return words('Ride started', 'Your customer is in the car. Drive safely.');
    case 'DRIVER_RIDE_COMPLETED':
      return words('Ride complete', `The ride is over. The fare of ${won(content.fare)} is paid.`);
    case 'DRIVER_CANCEL_REQUESTED':
      return words('Cancelling', 'Your customer asked to cancel. We will tell you in a moment whether it worked.');
    case 'DRIVER_RIDE_CANCELLED':
      return words('Ride cancelled', 'Your customer cancelled. There is no need to go there.');
    case 'MEMBER_FOLLOWED':
      return words('New follower', `${other} followed ${names.recipientName || 'you'}.`);
    case 'PLAN_SHARED':
      return words(
        'New travel plan',
        content.person
          ? `${other} created a new travel plan: ${content.person.location}`
          : `${other} created a new travel plan.`,
      );
    case 'PLAN_HEARTED':
      return words('Liked', `${other} likes your travel plan: ${content.location}`);
    case 'RECOMMENDATION_READY':
      return words('Recommendation ready', `Your recommended travel plan is ready: ${content.location}`);
    case 'RECOMMENDATION_FAILED':
      return words('No recommendation', `${failures.get(content.reason) ?? failure} No token was used.`);
    case 'TOKENS_BOUGHT':
      return words('Tokens bought', `You bought ${tokens(content.quantity)} for ${won(content.amount)}.`);
  }
}
