/**
 * What somebody got, in a word: the code of an error or of refusals, `null`, `empty` for a list of nothing, or the names of the
 * fields that hold something.
 */
export function outcomeOf(
  value: unknown,
  errors: readonly { readonly extensions?: { readonly code?: unknown } | undefined }[] | undefined,
): string {
  if (errors) return errors.map(({ extensions }) => String(extensions?.code)).join(' ');
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return String(value);
  if ('userErrors' in value && Array.isArray(value.userErrors) && value.userErrors.length > 0) {
    return value.userErrors.map(({ code }: { code: string }) => code).join(' ');
  }
  if ('nodes' in value && Array.isArray(value.nodes)) return value.nodes.length > 0 ? 'something' : 'empty';
  return Object.entries(value)
    .filter(([name, held]) => held !== null && name !== '__typename' && name !== 'userErrors')
    .map(([name]) => name)
    .toSorted()
    .join(' ');
}
