/** What was typed, as it is compared and stored: PostgreSQL has no text with NUL in it, and its JSON no half of a surrogate pair. */
export const tidyName = (text: string): string =>
  text.replaceAll('\0', '').toWellFormed().normalize('NFC').trim().replaceAll(/\s+/g, ' ');

const hasCharacters = (text: string, most: number): boolean => text !== '' && [...text].length <= most;

/** Whether a tidy text can be the Korean name of a station or line. */
export const isName = (text: string): boolean => hasCharacters(text, 30);

/** The same for the English name. */
export const isNameEn = (text: string): boolean => hasCharacters(text, 60);
