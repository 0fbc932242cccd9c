/** A business rule said no. `code` is one of the action's enum, `field` the path into the input, if one is to blame. */
export type Refusal<Code extends string> = {
  readonly code: Code;
  readonly message: string;
  readonly field: readonly string[] | null;
};

/** What an action came to: its value, or the reasons why nothing was changed. */
export type Outcome<Value, Code extends string> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal<Code>[] };

export const done = <Value>(value: Value) => ({ kind: 'done', value }) as const;

export const refused = <Code extends string>(...refusals: readonly Refusal<Code>[]) =>
  ({ kind: 'refused', refusals }) as const;

/** An outcome as the two fields that every payload has: the nullable result under its own name, and `userErrors`. */
export const payload = <Name extends string, Value, Code extends string>(name: Name, outcome: Outcome<Value, Code>) =>
  ({
    [name]: outcome.kind === 'done' ? outcome.value : null,
    userErrors: outcome.kind === 'done' ? [] : outcome.refusals,
  }) as { readonly [Key in Name]: Value | null } & { readonly userErrors: readonly Refusal<Code>[] }; // a computed key loses its name

/** Makes refusals from a catalogue of codes and what they say: `refuse('NO_LINES', 'lines')`. */
export const refusalsFrom =
  <Code extends string>(catalogue: Readonly<Record<Code, string>>) =>
  (code: Code, ...field: readonly string[]): Refusal<Code> => ({
    code,
    message: catalogue[code],
    field: field.length > 0 ? field : null,
  });
