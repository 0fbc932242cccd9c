import { graphError } from './errors.ts';
import { isId } from './id.ts';

/** A Relay connection over rows that are ordered by a unique text key, the newest or first one in front. */
export type Connection<Node> = {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type PageRequest = { readonly first: number; readonly after: string | null };

const largestPage = 100;

/**
 * What a client asks for of a list. `isKey` knows the keys that the list is ordered by; ids when left out.
 * @throws BAD_USER_INPUT for a page size beyond 1…100 or a cursor that we did not make
 */
export function pageRequest(
  first: number,
  after: string | null | undefined,
  isKey: (text: string) => boolean = isId,
): PageRequest {
  if (first < 1 || first > largestPage) {
    throw graphError('BAD_USER_INPUT', `\`first\` must be 1 to ${largestPage}, not ${first}.`);
  }
  return { first, after: after == null ? null : decode(after, isKey) };
}

/** `rows` holds up to one row more than was asked for: that one says that there is a next page. */
export function connectionOf<Node>(
  rows: readonly Node[],
  { first }: PageRequest,
  key: (node: Node) => string,
): Connection<Node> {
  const nodes = rows.slice(0, first);
  const edges = nodes.map((node) => ({ cursor: encode(key(node)), node }));
  return { edges, nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

const encode = (key: string): string => Buffer.from(`k:${key}`).toString('base64url');

function decode(cursor: string, isKey: (text: string) => boolean): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  const key = text.slice(2);
  if (!text.startsWith('k:') || !isKey(key)) {
    throw graphError('BAD_USER_INPUT', 'The cursor in `after` did not come from this list.');
  }
  return key;
}
