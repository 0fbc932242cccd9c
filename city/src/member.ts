import { eatMeal } from './meal.ts';
import { change, type Person, untilClosing } from './person.ts';
import { type Place, places } from './places.ts';
import { nextPlan } from './plans.ts';
import { takeRide } from './ride.ts';

type PaymentMethod = { readonly id: string };

/** Takes taxis through the city and orders food, until the city closes. */
export async function liveInCity(person: Person): Promise<void> {
  const plans = person.randomFor('plans');
  let at: Place = plans.pick(places);
  const living = async (): Promise<never> => {
    const paymentMethodId = await wallet(person);
    for (;;) {
      const plan = nextPlan(at, plans);
      await person.pause(plan.idleSeconds);
      if (plan.kind === 'meal') await eatMeal(person, plan, { at, paymentMethodId });
      else if (await takeRide(person, plan, { at, paymentMethodId })) at = plan.to;
    }
  };
  await untilClosing(person, living());
}

/** A way to pay that is saved already, or else a card that always works. */
async function wallet(person: Person): Promise<string> {
  for (;;) {
    type Me = { me: { paymentMethods: readonly PaymentMethod[] | null } | null };
    const found = await person.graph.ask<Me>('{ me { paymentMethods { id } } }');
    const [saved] = found?.me?.paymentMethods ?? [];
    if (saved) return saved.id;
    if (found?.me?.paymentMethods) {
      const input = { providerToken: 'tok_ok' };
      type Saved = { paymentMethod: PaymentMethod | null };
      const method = await change<Saved>(person, 'savePaymentMethod', input, 'paymentMethod { id }');
      if (method?.paymentMethod) return method.paymentMethod.id;
    }
    await person.rest(5);
  }
}
