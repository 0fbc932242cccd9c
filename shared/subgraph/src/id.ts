const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether a client's text can be an id at all; PostgreSQL would answer other text with an error instead of with nothing. */
export const isId = (text: string): boolean => uuid.test(text);

/**
 * Those of the ids that can be one, as the text of a PostgreSQL array for `any(?::uuid[])`: MikroORM would spread a JavaScript
 * array over several placeholders.
 */
export const uuidArray = (ids: readonly string[]): string => `{${ids.filter(isId).join(',')}}`;
