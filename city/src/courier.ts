import { change, type Person, untilClosing } from './person.ts';

type Delivery = { readonly id: string; readonly address: string };
type List = { readonly nodes: readonly Delivery[] };

const jobs = `{
  openDeliveries(first: 5) { nodes { id address } }
  me { deliveries(first: 1, status: STARTED) { nodes { id address } } }
}`;
/** Between two looks at what there is to do, in real seconds: each is a request. */
const lookEvery = 1;

/** Takes deliveries on, one at a time, and brings them; when the city closes, whatever is in the bag is handed over at once. */
export async function bringFood(person: Person): Promise<void> {
  const { graph, count, say } = person;
  const roads = person.randomFor('roads');
  const choices = person.randomFor('choices');
  let bag: Delivery | undefined;

  async function look(): Promise<void> {
    const found = await graph.ask<{ openDeliveries: List | null; me: { deliveries: List | null } | null }>(jobs);
    // Left behind by an earlier run of the city, or by an answer that was lost.
    bag = found?.me?.deliveries?.nodes[0];
    const open = found?.openDeliveries?.nodes ?? [];
    if (bag || open.length === 0) return;
    const wanted = choices.pick(open);
    const taken = await change<{ delivery: Delivery | null }>(
      person,
      'acceptDelivery',
      { deliveryId: wanted.id },
      'delivery { id address }',
    );
    if (!taken?.delivery) return;
    bag = taken.delivery;
    count({ kind: 'delivery', step: 'accepted' });
    say(`takes food to ${bag.address}`);
  }

  async function handOver({ id, address }: Delivery): Promise<void> {
    type Completed = { delivery: { status: string } | null };
    const completed = await change<Completed>(person, 'completeDelivery', { deliveryId: id }, 'delivery { status }');
    if (completed) bag = undefined; // done, or cancelled on the way
    if (completed?.delivery?.status !== 'COMPLETED') return;
    count({ kind: 'delivery', step: 'completed' });
    say(`is at ${address}`);
  }

  const working = async (): Promise<never> => {
    for (;;) {
      await person.rest(lookEvery);
      await look();
      if (!bag) continue;
      await person.pause(roads.between(60, 180));
      await handOver(bag);
    }
  };
  await untilClosing(person, working());
  if (bag) await handOver(bag);
}
