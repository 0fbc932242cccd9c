import { describe, expect, test } from 'vitest';
import { faults } from '../faults/faults.ts';
import { readOptions } from '../faults/options.ts';
import { randomOf } from '../faults/random.ts';
import { sequenceOf } from '../faults/sequence.ts';

describe('npm run faults', () => {
  test('the same seed breaks the same things in the same order, another seed does not', () => {
    const namesFor = (seed: string) => sequenceOf(faults, 3, randomOf(seed).fork('sequence')).map(({ name }) => name);
    expect(namesFor('7')).toEqual(namesFor('7'));
    expect(namesFor('7')).not.toEqual(namesFor('8'));
    expect(namesFor('7').toSorted()).toEqual(faults.flatMap(({ name }) => [name, name, name]).toSorted());
  });

  test('what one purpose draws does not change what another gets', () => {
    const disturbed = randomOf('7');
    disturbed.fork('people').fraction();
    disturbed.fraction();
    expect(disturbed.fork('round 3').below(1_000)).toBe(randomOf('7').fork('round 3').below(1_000));
  });

  test('without options it is every fault once on every form', () => {
    expect(readOptions([])).toMatchObject({
      rounds: 1,
      forms: ['one-process', 'many-processes', 'without-redis'],
      faults,
      together: 1,
      lockSeconds: 30,
      quick: false,
    });
  });

  test.each([
    [['--rounds', '0'], '--rounds is a whole number from 1 on, not 0.'],
    [['--together', 'all'], '--together is a whole number from 1 on, not all.'],
    [['--form', 'none'], 'There is no none, only one-process, many-processes, without-redis.'],
    [['--faults', 'kill-part,flood'], 'There is no flood, only '],
    [['--sed', '7'], "Unknown option '--sed'"],
  ])('%j is refused in words', (args, words) => {
    expect(() => readOptions(args)).toThrow(words);
  });
});
