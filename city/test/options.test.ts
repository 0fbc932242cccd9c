import { expect, test } from 'vitest';
import { readCommand } from '../src/options.ts';

test('without options the whole crowd lives in the Moa of this machine', () => {
  expect(readCommand([])).toEqual({
    kind: 'run',
    city: {
      url: 'http://127.0.0.1:4000/graphql',
      seed: 1,
      drivers: 24,
      members: 30,
      couriers: 6,
      speed: 20,
      arrivalsPerMinute: 20,
    },
    minutes: null,
    verbose: false,
  });
  expect(readCommand(['--help'])).toEqual({ kind: 'help' });
});

test.each([
  [['--drivers', '25'], '--drivers 25 is no number from 0 to 24.'],
  [['--members', 'many'], '--members many is no number from 0 to 30.'],
  [['--couriers', '1.5'], '--couriers 1.5 is no whole number.'],
  [['--speed', ''], '--speed  is no number from 0.1 to 100.'],
  [['--url', 'ftp://moa'], '--url ftp://moa is no http:// address.'],
  [['--colour', 'red'], "Unknown option '--colour'"],
])('%j is refused in words', (args, message) => {
  expect(() => readCommand(args)).toThrow(message);
});
