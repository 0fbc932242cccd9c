import { compose } from '@moa/router';
import { expect, test } from 'vitest';
import { breakingChanges } from '../src/breaking-changes.ts';

const supergraph = (fields: string): string =>
  compose([
    {
      name: 'a',
      url: 'http://a.invalid',
      sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@inaccessible"])
        type Query { a: Int ${fields} }`,
    },
  ]);

test('a field that is gone breaks clients; one that is new, or was never theirs, does not', () => {
  expect(breakingChanges(supergraph('b: Int'), supergraph(''))).toEqual(['Query.b was removed.']);
  expect(breakingChanges(supergraph(''), supergraph('b: Int'))).toEqual([]);
  expect(breakingChanges(supergraph('b: Int @inaccessible'), supergraph(''))).toEqual([]);
});
