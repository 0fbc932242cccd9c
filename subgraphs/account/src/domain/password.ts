/** In characters. Passwords have no other rule: length is what makes them strong. */
const shortest = 8;
const longest = 200;

/** One spelling for each password: composed (NFC), so that it is the same from every keyboard (RFC 8265, 4.2.2). */
export const normalizePassword = (text: string): string => text.normalize('NFC');

/** How long a password is for the one who types it, and whether that is what Moa takes. */
export function lengthOf(password: string): 'TOO_SHORT' | 'TOO_LONG' | 'FITS' {
  const characters = [...normalizePassword(password)].length;
  if (characters < shortest) return 'TOO_SHORT';
  return characters > longest ? 'TOO_LONG' : 'FITS';
}
