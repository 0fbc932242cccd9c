import { expect, test } from 'vitest';
import { seamOf } from '../../src/subscriptions/seam.ts';

test.each([
  ['nothing was told by either', '', '', '', ''],
  ['the new one has told nothing yet', 'ab', '', '', ''],
  ['the old one was silent', '', 'ab', 'ab', ''],
  ['both have told the same', 'abc', 'abc', '', ''],
  ['the new one came later', 'abc', 'bc', '', ''],
  ['the new one lags behind', 'abcd', 'bc', '', 'd'],
  ['the old one lags behind', 'abc', 'bcde', 'de', ''],
  ['the new one begins with the state of before', 'bc', 'abcd', 'd', ''],
  ['the same comes again and again', 'aaa', 'aa', '', ''],
  ['a light goes on and off', 'abab', 'bab', '', ''],
  ['they tell different things', 'ab', 'cd', 'cd', ''],
])('where %s nothing is lost', (_what, told, heard, news, repeats) => {
  const seam = seamOf(
    [...told],
    [...heard].map((text) => ({ answer: text, text })),
  );
  expect(seam).toEqual({ news: [...news], repeats: [...repeats] });
});
