/** What people typed, as it can be stored: PostgreSQL has no text with NUL in it, and its JSON no half of a surrogate pair. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed().normalize('NFC').trim();

/** The same where nothing is as good as an empty text. */
export const storableOrNull = (text: string | null | undefined): string | null => storable(text ?? '') || null;

/** A key must come back as it was sent, so it is refused rather than mended. */
export const isKey = (text: string): boolean =>
  text.length >= 1 && text.length <= 100 && !text.includes('\0') && text.isWellFormed();
