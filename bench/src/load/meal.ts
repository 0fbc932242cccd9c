import { demoPassword } from '@moa/db/demo';
import { menu, placeOrder, watchOrder } from '../journeys/queries.ts';
import { anyOf } from './any-of.ts';
import { signIn } from './documents.ts';
import type { Journey } from './journey.ts';
import { demandNoRefusal, type Payloads, type Refusable } from './payloads.ts';

/** One of so many who order food signs in for it; the others have been signed in since before. */
const signInsPerMeal = 1 / 10;

/** From the menu to the live news that the order is paid. */
export const meal: Journey = {
  name: 'a meal',
  share: 5,
  async travel({ ask, listen, think }, { nobody }, { client, email, paymentMethodId }) {
    const { menuItems } = await ask('menu', () => nobody.ask<Menu>(menu));
    await think();
    if (Math.random() < signInsPerMeal) {
      const input = { email, password: demoPassword };
      await ask('sign in', () => nobody.ask<Payloads>(signIn, { input }).then(demandNoRefusal));
      await think();
    }
    const dish = anyOf(menuItems.nodes.filter(({ soldOut }) => !soldOut));
    const input = {
      lines: [{ menuItemId: dish.id, quantity: 1 + Math.floor(Math.random() * 3) }],
      deliveryAddress: '서울 중구 세종대로 110',
      paymentMethodId,
      idempotencyKey: crypto.randomUUID(),
    };
    const { placeOrder: placed } = await ask('order', () =>
      client.ask<{ placeOrder: Placed }>(placeOrder, { input }).then(demandNoRefusal),
    );
    const id = placed.order?.id ?? '';
    await listen('order paid, live', () =>
      client.hear<{ orderChanged: { status: string } }>(
        watchOrder,
        { id },
        ({ orderChanged }) => orderChanged.status === 'PAID',
      ),
    );
    return 'waits for the courier';
  },
};

type Menu = { readonly menuItems: { readonly nodes: readonly { readonly id: string; readonly soldOut: boolean }[] } };
type Placed = Refusable & { readonly order: { readonly id: string } | null };
