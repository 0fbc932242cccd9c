import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How pay meets the next request. `mute`: it holds the token and never says so. */
type Mood = 'reserves' | 'refuses' | 'mute' | 'down';
type Reservation = { recommendationId: string; memberId: string };

/** The pay subgraph as far as plan can tell: it holds one token per recommendation, or has none, or does not answer. */
export async function openFakePay() {
  let mood: Mood = 'reserves';
  let wait: Promise<void> = Promise.resolve();
  const reservations = new Map<string, string>();
  const asked: Reservation[] = [];

  const answer = async (reservation: Reservation, response: ServerResponse) => {
    const say = (status: string) => response.end(JSON.stringify({ data: { reserveToken: { status } } }));
    const hold = () => reservations.set(reservation.recommendationId, reservation.memberId);
    asked.push(reservation);
    await wait;
    switch (mood) {
      case 'reserves':
        hold();
        return say('RESERVED');
      case 'refuses':
        return say('REFUSED');
      case 'mute':
        return hold();
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
    /** Recommendation → whose token is held for it. */
    reservations,
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
