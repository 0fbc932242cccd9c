/** In characters. Passwords have no other rule: length is what makes them strong. */
const shortest = 8;
const longest = 200;

/** How long a password is for the one who types it, and whether that is what Moa takes. */
export function lengthOf(password: string): 'TOO_SHORT' | 'TOO_LONG' | 'FITS' {
  // A character is at most two units, so what is longer than this need not be counted out.
  if (password.length > longest * 2) return 'TOO_LONG';
  const characters = [...password].length;
  if (characters < shortest) return 'TOO_SHORT';
  return characters > longest ? 'TOO_LONG' : 'FITS';
}
