const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether a client's text can be an id at all; PostgreSQL would answer other text with an error instead of with nothing. */
export const isId = (text: string): boolean => uuid.test(text);
