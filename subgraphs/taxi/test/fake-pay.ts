import { randomUUIDv7 } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How pay meets the next request. `mute`: it takes the money and never says so. */
type Mood = 'captures' | 'refuses' | 'pending' | 'mute' | 'down';
type Fare = { rideId: string; customerId: string; paymentMethodId: string | null; amount: number };
export type Charge = Fare & { paymentId: string };

export const refusal = { code: 'CARD_DECLINED', message: '카드 한도를 넘었습니다. The card is over its limit.' };

/** The pay subgraph as far as taxi can tell: it charges each ride once, or says why not, or does not answer. */
export async function openFakePay() {
  let mood: Mood = 'captures';
  let wait: Promise<void> = Promise.resolve();
  const charges = new Map<string, Charge>();
  const asked: Fare[] = [];

  const chargeOf = (fare: Fare): Charge => {
    const charge = charges.get(fare.rideId) ?? { ...fare, paymentId: randomUUIDv7() };
    charges.set(fare.rideId, charge);
    return charge;
  };
  const answer = async (fare: Fare, response: ServerResponse) => {
    const say = (payRide: object) => response.end(JSON.stringify({ data: { payRide } }));
    asked.push(fare);
    await wait;
    switch (mood) {
      case 'captures':
        return say({ status: 'CAPTURED', paymentId: chargeOf(fare).paymentId, refusal: null });
      case 'refuses':
        return say({ status: 'REFUSED', paymentId: randomUUIDv7(), refusal });
      case 'pending':
        return say({ status: 'PENDING', paymentId: randomUUIDv7(), refusal: null });
      case 'mute':
        return chargeOf(fare);
      case 'down':
        return response.destroy();
    }
  };
  const server = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk);
    if (!request.headers.authorization?.startsWith('Bearer ')) response.writeHead(401).end();
    else await answer(JSON.parse(Buffer.concat(body).toString()).variables.input, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has such an address

  return {
    url: `http://127.0.0.1:${port}/graphql`,
    /** What was really charged. */
    charges,
    /** Each request, in order. */
    asked,
    is(next: Mood) {
      mood = next;
    },
    /** Holds all answers back until the returned function is called. */
    holdBack() {
      const held = Promise.withResolvers<void>();
      wait = held.promise;
      return held.resolve;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
export type FakePay = Awaited<ReturnType<typeof openFakePay>>;
