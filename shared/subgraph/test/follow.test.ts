import { type LiveLog, openLive } from '@moa/live';
import { createLogger } from '@moa/telemetry';
import { buses } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FollowOptions, follow } from '../src/index.ts';

type State = { revision: number; secret?: boolean };

const logger = createLogger('follow', 'silent');

describe.each(buses)('following a state over $name', (kind) => {
  let home: Awaited<ReturnType<typeof kind.open>>;
  let live: LiveLog;

  beforeEach(async () => {
    home = await kind.open();
    live = await openLive({ url: home.url, logger });
  });
  afterEach(async () => {
    await live.close();
    await home.close();
  });

  const say = (...states: readonly State[]) => live.append(states.map((payload) => ({ channel: 'order', payload })));
  const watch = (options: Partial<FollowOptions<State>> = {}) =>
    follow<State>({ live, channel: 'order', read: async () => ({ revision: 1 }), maySee: () => true, ...options });
  const ended = { done: true, value: undefined };

  /** The next revisions. */
  const take = async (states: AsyncIterator<State>, count: number) => {
    const revisions: (number | undefined)[] = [];
    while (revisions.length < count) revisions.push((await states.next()).value?.revision);
    return revisions;
  };
  /** The log, with the subscription that `follow` takes out of it. */
  const tapped = () => {
    const taken: AsyncIterator<unknown>[] = [];
    const log: LiveLog = {
      ...live,
      subscribe: async (channel) => {
        const signals = await live.subscribe(channel);
        taken.push(signals);
        return signals;
      },
    };
    return { log, next: () => taken[0]?.next() };
  };

  test('begins with the present, then every change in order', async () => {
    const states = await watch();
    expect(await take(states, 1)).toEqual([1]);
    await say({ revision: 2 }, { revision: 3 });
    await say({ revision: 4 });
    expect(await take(states, 3)).toEqual([2, 3, 4]);
    await states.return?.();
  });

  test('misses nothing that changes while the present is read', async () => {
    const read = async () => {
      await say({ revision: 2 });
      return { revision: 1 };
    };
    const states = await watch({ read });
    expect(await take(states, 2)).toEqual([1, 2]);
    await states.return?.();
  });

  test('drops what is late and what is repeated', async () => {
    const states = await watch({ read: async () => ({ revision: 3 }) });
    await say(...[2, 3, 4, 4, 3, 5].map((revision) => ({ revision })));
    expect(await take(states, 3)).toEqual([3, 4, 5]);
    await states.return?.();
  });

  test('follows what is not there yet', async () => {
    const states = await watch({ read: async () => null });
    await say({ revision: 1 });
    expect(await take(states, 1)).toEqual([1]);
    await states.return?.();
  });

  test('reads the present again when it may have missed something', async () => {
    let present = 1;
    const states = await watch({ read: async () => ({ revision: present }) });
    expect(await take(states, 1)).toEqual([1]);
    // More than the log keeps for one who does not read; another subscriber says when all of it has arrived.
    const prompt = await live.subscribe('order');
    const arrived = (async () => {
      for (let heard = 0; heard < 1_001; heard += 1) await prompt.next();
    })();
    present = 1_002;
    await say(...Array.from({ length: 1_001 }, (_, n) => ({ revision: n + 2 })));
    await arrived;
    await say({ revision: 1_003 });
    expect(await take(states, 2)).toEqual([1_002, 1_003]);
    await states.return?.();
  });

  test('ends at once when its reader leaves, and frees the subscription', async () => {
    const { log, next } = tapped();
    const states = await watch({ live: log });
    await states.next();
    const waiting = states.next();
    expect(await states.return?.()).toEqual(ended);
    expect(await waiting).toEqual(ended);
    expect(await next()).toEqual(ended);
  });

  test('frees the subscription of a reader who leaves before the first state', async () => {
    const { log, next } = tapped();
    const states = await watch({ live: log });
    await states.return?.();
    expect(await next()).toEqual(ended);
  });

  test('frees the subscription when the present can’t be read', async () => {
    const { log, next } = tapped();
    const states = await watch({ live: log, read: () => Promise.reject(new Error('no database')) });
    await expect(states.next()).rejects.toThrow('no database');
    expect(await next()).toEqual(ended);
  });

  test('ends when what it follows may not be seen any more', async () => {
    const { log, next } = tapped();
    const states = await watch({ live: log, maySee: ({ secret }) => !secret });
    await say({ revision: 2 }, { revision: 3, secret: true }, { revision: 4 });
    expect(await take(states, 2)).toEqual([1, 2]);
    expect(await states.next()).toEqual(ended);
    expect(await next()).toEqual(ended);
  });

  test('ends when the log closes', async () => {
    const states = await watch();
    await states.next();
    const waiting = states.next();
    await live.close();
    expect(await waiting).toEqual(ended);
  });
});
