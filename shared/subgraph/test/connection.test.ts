import { describe, expect, test } from 'vitest';
import { connectionOf, pageRequest } from '../src/index.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const rows = Array.from({ length: 5 }, (_, n) => ({ id: id(n) }));

/** As a subgraph does it: one row more than asked for, after the key. */
const page = (first: number, after?: string | null) => {
  const request = pageRequest(first, after);
  const found = rows.filter((row) => request.after === null || row.id > request.after).slice(0, request.first + 1);
  return connectionOf(found, request, (row) => row.id);
};
const cursorOf = (text: string) => Buffer.from(text).toString('base64url');

describe('a connection', () => {
  test('is walked page by page with its cursors, to the end', () => {
    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    for (let more = true; more; pages += 1) {
      const { nodes, pageInfo } = page(2, after);
      seen.push(...nodes.map((node) => node.id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(rows.map((row) => row.id));
    expect(pages).toBe(3);
  });

  test('has a cursor for each edge, and none when it is empty', () => {
    const { edges } = page(3);
    expect(edges.map(({ cursor }) => page(1, cursor).nodes[0]?.id)).toEqual([id(1), id(2), id(3)]);
    expect(page(5, cursorOf(`k:${id(9)}`))).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  test('has no next page when exactly the last one is full', () => {
    expect(page(5).pageInfo.hasNextPage).toBe(false);
    expect(page(4).pageInfo.hasNextPage).toBe(true);
  });

  test.each([0, -1, 101])('refuses a page of %i', (first) => {
    expect(() => page(first)).toThrow(expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }));
  });
  test.each([1, 100])('allows a page of %i', (first) => {
    expect(page(first).nodes.length).toBeGreaterThan(0);
  });

  test.each(['', 'nonsense', cursorOf(id(1)), cursorOf('k:'), cursorOf(`k:' or true`), cursorOf(`x:${id(1)}`)])(
    'refuses the foreign cursor %j',
    (cursor) => {
      expect(() => page(2, cursor)).toThrow(expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }));
    },
  );

  test('takes other keys when told what they look like', () => {
    const isKey = (text: string) => /^\d+$/.test(text);
    expect(pageRequest(2, cursorOf('k:17'), isKey).after).toBe('17');
    expect(() => pageRequest(2, cursorOf(`k:${id(1)}`), isKey)).toThrow(/cursor/);
  });
});
