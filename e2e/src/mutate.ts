import type { Person } from './person.ts';

/**
 * Runs a mutation whose input has the usual name, and gives its payload with the codes of its refusals.
 * @throws what came instead of an answer
 */
export async function mutate<Payload extends object>(
  person: Person,
  field: string,
  input: object,
  selection: string,
): Promise<Payload & { readonly codes: readonly string[] }> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const { data, errors } = await person.ask<Record<string, Payload & { userErrors: { code: string }[] }>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} userErrors { code } } }`,
    { input },
  );
  const payload = data?.[field];
  if (!payload) throw new Error(`${field} answered ${JSON.stringify(errors)}`);
  const { userErrors, ...rest } = payload;
  // Without its refusals it is what the caller asked for; TypeScript does not see that through a type parameter.
  return { ...(rest as unknown as Payload), codes: userErrors.map(({ code }) => code) };
}
