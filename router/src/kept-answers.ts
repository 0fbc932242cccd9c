/** Whether who asks has the answer of this ETag already. */
export const knows = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch?.split(',').some((known) => known.trim().replace(/^W\//, '') === etag) ?? false;

/** Whether who asks takes answers in this encoding. */
export const accepts = (encoding: 'gzip' | 'br', accepted: string | string[] | undefined): boolean =>
  new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(String(accepted));
