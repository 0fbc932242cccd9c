import { parse } from 'graphql';
import { RouterError } from '../errors.ts';
import { type Documents, idIn, sha256Of } from './documents.ts';

/** Documents that may be run, by id; the SHA-256 of a text is always one of its ids. */
export type Safelist = ReadonlyMap<string, string>;

/**
 * Reads the JSON of a safelist: an object (id → document), a list of documents, or a manifest as Apollo's tools write it
 * (`{"operations": [{"id": …, "body": …}]}`).
 * @throws Error saying in words what is wrong with it
 */
export function readSafelist(json: string): Safelist {
  const safelist = new Map<string, string>();
  for (const [id, text] of entriesIn(json)) {
    if (typeof text !== 'string') throw new Error(`${shape} What stands under "${id}" is no text.`);
    try {
      parse(text, { noLocation: true });
    } catch (cause) {
      throw new Error(`The document "${id}" of the safelist is not GraphQL: ${messageOf(cause)}`, { cause });
    }
    safelist.set(id, text).set(sha256Of(text), text);
  }
  if (safelist.size === 0) throw new Error('The safelist is empty, so nothing could be run.');
  return safelist;
}

const shape = 'A safelist is JSON: an object {"<id>": "<document>"} or a list ["<document>"].';

function entriesIn(json: string): readonly (readonly [string, unknown])[] {
  const listed = parseJson(json);
  if (Array.isArray(listed)) return listed.map((text, index) => [String(index), text]);
  if (typeof listed !== 'object' || listed === null) throw new Error(shape);
  if ('operations' in listed && Array.isArray(listed.operations)) {
    return listed.operations.map((entry: Partial<Record<'id' | 'body', unknown>>) => [String(entry?.id), entry?.body]);
  }
  return Object.entries(listed);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Error(`${shape} ${messageOf(cause)}`, { cause });
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Runs documents of the list alone, by id or by their very text. */
export function createListedDocuments(safelist: Safelist): Documents {
  const texts = new Set(safelist.values());
  return {
    async find({ query, extensions }) {
      const id = idIn(extensions);
      if (!query && id === undefined) return undefined;
      const text = query || safelist.get(id ?? '');
      const same = id === undefined || !query || safelist.get(id) === query;
      if (text === undefined || !texts.has(text) || !same) throw new RouterError('OPERATION_NOT_LISTED');
      return { text, byId: id !== undefined };
    },
    close: () => {},
  };
}
