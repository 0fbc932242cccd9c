import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideFollow, decideUnfollow } from '../src/domain/decide.ts';
import { evolve } from '../src/domain/evolve.ts';
import { isFollowNumber } from '../src/domain/follow-view.ts';
import { newPair, type Pair } from '../src/domain/pair.ts';

const ends = { followerId: 'kim', followeeId: 'lee' };

test('whoever is followed already is not followed again', () => {
  const [followed] = decideFollow(newPair(ends));
  expect(followed).toEqual({ type: 'MemberFollowed', ...ends, version: 1 });
  if (!followed) return;
  const following = evolve(newPair(ends), followed);
  expect(following).toEqual({ ...ends, version: 1, isFollowing: true });
  expect(decideFollow(following)).toEqual([]);
  expect(decideUnfollow(following)).toEqual([{ type: 'MemberUnfollowed', ...ends, version: 2 }]);
  expect(decideUnfollow(newPair(ends))).toEqual([]);
});

test('facts alternate and their versions count on, whatever is asked in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (wishes) => {
      let pair = newPair(ends);
      const told: string[] = [];
      for (const wish of wishes) {
        for (const fact of wish ? decideFollow(pair) : decideUnfollow(pair)) {
          pair = evolve(pair, fact);
          told.push(`${fact.type} ${fact.version}`);
        }
        expect(pair.isFollowing).toBe(wish);
      }
      expect(told).toEqual(
        told.map((_fact, index) => `${index % 2 === 0 ? 'MemberFollowed' : 'MemberUnfollowed'} ${index + 1}`),
      );
    }),
  );
});

test('a pair lives through the arrows of the picture in the README', () => {
  const stateOf = ({ version, isFollowing }: Pair) => (version === 0 ? '[*]' : isFollowing ? 'following' : 'over');
  const arrows: string[] = [];
  let pair = newPair(ends);
  for (const decide of [decideFollow, decideUnfollow, decideFollow]) {
    for (const fact of decide(pair)) {
      const after = evolve(pair, fact);
      arrows.push(`${stateOf(pair)} --> ${stateOf(after)}: ${fact.type}`);
      pair = after;
    }
  }
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme.match(/^ {2}\S+ --> \S+: \S+$/gm)?.map((line) => line.trim())).toEqual(arrows);
});

test.each([
  ['1', true],
  ['922337203685477580', true],
  ['9223372036854775808', false],
  ['0', false],
  ['-1', false],
  ['1; drop', false],
  ['', false],
])('“%s” may be the number of a follow: %s', (text, expected) => {
  expect(isFollowNumber(text)).toBe(expected);
});
