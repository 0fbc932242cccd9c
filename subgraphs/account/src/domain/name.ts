/** Without surrounding space, composed (NFC): 한 is one character, however a keyboard sends it. */
export const normalizeName = (text: string): string => text.trim().normalize('NFC');

const longest = 40;
// Control characters, line breaks, halves of characters, and marks that turn the text around it from right to left.
const disturbing = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
// Some letters are blank, such as U+3164; a name needs something that can be seen.
const visible = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{P}\p{S}]/u;

/** 1 to 40 characters on one line that show something. Takes a normalized name. */
export const isName = (name: string): boolean =>
  [...name].length <= longest && visible.test(name) && !disturbing.test(name);
