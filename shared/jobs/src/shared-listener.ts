import { EventEmitter } from 'node:events';
import type { PgPoolClient } from 'bullmq';
import pg from 'pg';
import type { Outage } from './outage.ts';

/**
 * One connection that all workers of a process listen on. Each joins with a seat of its own, which BullMQ takes for a
 * connection to itself: one leaving doesn't deafen the others. When the connection drops, every seat hears of it and joins
 * again.
 */
export function shareListener(config: pg.ClientConfig, outage: Outage) {
  let connection: Promise<pg.Client> | undefined;
  const seats = new Set<EventEmitter>();

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client(config);
    client.on('notification', (message) => {
      for (const seat of seats) seat.emit('notification', message);
    });
    client.once('error', (error) => {
      outage.failed(error);
      connection = undefined;
      for (const seat of [...seats]) if (seat.listenerCount('error') > 0) seat.emit('error', error);
    });
    // A second error of a connection already given up.
    client.on('error', () => {});
    await client.connect();
    return client;
  };

  const join = async (): Promise<PgPoolClient> => {
    connection ??= connect();
    const mine = connection;
    const client = await mine.catch((error: unknown) => {
      if (connection === mine) connection = undefined;
      throw error;
    });
    const seat = new EventEmitter();
    seats.add(seat);
    return Object.assign(seat, {
      query: inTurn(client),
      release: () => void seats.delete(seat),
    });
  };

  const close = async () => {
    const client = await connection?.catch(() => undefined);
    connection = undefined;
    const ended = client?.end();
    // A server that hangs never answers the goodbye.
    client?.connection.stream.destroy();
    await ended;
  };
  return { join, close };
}

const turns = new WeakMap<pg.Client, Promise<unknown>>();

/** pg runs one query at a time on a connection and warns of callers that don't wait for it. */
const inTurn =
  (client: pg.Client): PgPoolClient['query'] =>
  (text, values = []) => {
    const before = turns.get(client) ?? Promise.resolve();
    const result = before.then(() => client.query(text, [...values]));
    turns.set(
      client,
      result.catch(() => {}),
    );
    return result;
  };
