import type { FieldPolicy } from '@apollo/client';

type Page = { readonly nodes?: readonly unknown[]; readonly edges?: readonly unknown[] };

/**
 * A list in pages by keyset cursors: what comes with `after` goes on where the list ends, anything else begins it anew. Lists that
 * differ in `keyArgs` are lists of their own.
 */
export const pages = (...keyArgs: string[]): FieldPolicy<Page> => ({
  keyArgs,
  merge: (known, page, { args }) =>
    args?.after ? { ...page, ...joined('nodes', known, page), ...joined('edges', known, page) } : page,
});

const joined = (field: keyof Page, known: Page | undefined, page: Page): Page =>
  page[field] ? { [field]: [...(known?.[field] ?? []), ...page[field]] } : {};
