const id = /^[\w-]{1,40}$/;

/**
 * Whether a client's text can be the id of a station or line: as in the published data, or a UUID. PostgreSQL would answer some
 * other text with an error instead of with nothing.
 */
export const isTextId = (text: string): boolean => id.test(text);
