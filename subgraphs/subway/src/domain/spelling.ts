import { disassemble, getChoseong } from 'es-hangul';

/**
 * One way to write the name of a station, with the word for “station” behind it. As people type Hangul, a syllable is not yet what
 * it will be (강나 on the way to 강남), so it is compared letter by letter, and only from where a syllable begins.
 */
export type Spelling = {
  readonly whole: string;
  /** What is left of it from each of its characters on, the last word apart, letter by letter. */
  readonly tails: readonly string[];
  /** All of it without the last word, letter by letter. */
  readonly bare: string;
};

/** Letters and digits alone: neither case, spaces nor punctuation make a difference. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** How a name in Korean is written: 서울역, 서울, ㅅㅇ; 양평(경의중앙선), 양평. */
export function koreanSpellings(name: string): readonly Spelling[] {
  const texts = [name, name.replace(/\(.*\)/, '')].flatMap((text) => withoutLast(plain(text), '역'));
  const initials = texts.flatMap((text) => [getChoseong(text, { keepNonHangul: true }), getChoseong(text)]);
  return [...spellings(texts, '역'), ...spellings(initials, 'ㅇ')];
}

/** How one in English is: seoulstation, seoul. */
export const englishSpellings = (name: string): readonly Spelling[] =>
  spellings(withoutLast(plain(name), 'station'), 'station');

const withoutLast = (text: string, word: string): readonly string[] =>
  text.endsWith(word) ? [text, text.slice(0, -word.length)] : [text];

const spellings = (texts: readonly string[], word: string): readonly Spelling[] =>
  [...new Set(texts)]
    .filter((text) => text !== '')
    .map((text) => {
      const whole = text.endsWith(word) ? text : text + word;
      const tails = Array.from(text, (_character, index) => disassemble(whole.slice(index)));
      return { whole, tails, bare: disassemble(text) };
    });

/** What is searched for, also letter by letter. */
export type Wanted = { readonly text: string; readonly letters: string };

export function wantedFrom(text: string): Wanted {
  const wanted = plain(text);
  return { text: wanted, letters: disassemble(wanted) };
}

/** How badly it fits: 0 for a whole name, more for less of it, infinitely for nothing. */
export function misfit({ whole, tails, bare }: Spelling, { text, letters }: Wanted): number {
  if (letters === bare || letters === tails[0]) return 0;
  const start = tails.findIndex((tail) => tail.startsWith(letters));
  if (start === -1) return Number.POSITIVE_INFINITY;
  return (start === 0 ? 1 : 3) + (whole.startsWith(text, start) ? 0 : 1);
}
