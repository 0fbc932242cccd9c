import type { Person } from './person.ts';

type WithRefusals = { readonly userErrors: readonly { readonly code: string }[] };

/**
 * Runs a mutation whose input has the usual name, and gives its payload.
 * @throws what came instead of an answer
 */
export async function payloadOf<Payload extends object>(
  person: Person,
  field: string,
  input: object,
  selection: string,
): Promise<Payload & WithRefusals> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const { data, errors } = await person.ask<Record<string, Payload & WithRefusals>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} userErrors { code } } }`,
    { input },
  );
  const payload = data?.[field];
  if (!payload) throw new Error(`${field} answered ${JSON.stringify(errors)}`);
  return payload;
}

/** The same, with no more than the codes of its refusals. */
export async function mutate<Payload extends object>(
  person: Person,
  field: string,
  input: object,
  selection: string,
): Promise<Payload & { readonly codes: readonly string[] }> {
  const { userErrors, ...rest } = await payloadOf<Payload>(person, field, input, selection);
  // Without its refusals it is what the caller asked for; TypeScript does not see that through a type parameter.
  return { ...(rest as unknown as Payload), codes: userErrors.map(({ code }) => code) };
}
