import { createHash } from 'node:crypto';
import { RouterError } from '../errors.ts';

/** What a request says of its document: the text, an id for it, or both. */
export type AskedDocument = {
  readonly query?: string | null | undefined;
  /** `persistedQuery: { version: 1, sha256Hash }` holds the id. */
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
};

export type FoundDocument = {
  readonly text: string;
  /** It was asked for by an id, which is of no use any more. */
  readonly byId: boolean;
  /** Keeps the text under its id; for a document that has proved to be valid. */
  readonly remember?: () => void;
};

/** Tells which document a request means, and whether it may be run. */
export interface Documents {
  /**
   * Nothing for a request that names none at all.
   * @throws RouterError
   */
  find(asked: AskedDocument): Promise<FoundDocument | undefined>;
  close(): void;
}

/** Documents come as text only. */
export const plainDocuments: Documents = {
  async find({ query, extensions }) {
    if (idIn(extensions) !== undefined) throw new RouterError('PERSISTED_QUERY_NOT_SUPPORTED');
    return query ? { text: query, byId: false } : undefined;
  },
  close: () => {},
};

/**
 * The id by which a request means a document.
 * @throws RouterError BAD_REQUEST for one that isn't said as Apollo's clients say it
 */
export function idIn(extensions: unknown): string | undefined {
  const persistedQuery = entryOf(extensions, 'persistedQuery');
  if (persistedQuery === undefined || persistedQuery === null) return undefined;
  const id = entryOf(persistedQuery, 'sha256Hash');
  if (entryOf(persistedQuery, 'version') === 1 && typeof id === 'string') return id;
  throw new RouterError('BAD_REQUEST', 'extensions.persistedQuery must be { "version": 1, "sha256Hash": "…" }.');
}

const entryOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

/** A request that says its document by text alone. */
export function withText<Asked extends AskedDocument>({ extensions: before, ...others }: Asked, text: string) {
  const { persistedQuery: _, ...extensions } = before ?? {};
  return { ...others, query: text, ...(Object.keys(extensions).length > 0 && { extensions }) };
}

/** The id of a document by Apollo's persisted queries. */
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
