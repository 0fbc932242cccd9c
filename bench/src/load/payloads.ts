import { Broken } from './answer.ts';

export type Refusable = { readonly userErrors: readonly { readonly code: string }[] };
/** The data of a mutation, by its fields. */
export type Payloads = Readonly<Record<string, Refusable>>;

/** What is always granted, as long as all is well. @throws Broken with the refusal's code */
export function demandNoRefusal<Payload extends Payloads>(payloads: Payload): Payload {
  for (const [field, { userErrors }] of Object.entries(payloads)) {
    const [refusal] = userErrors;
    if (refusal) throw new Broken(`${field}: ${refusal.code}`);
  }
  return payloads;
}
