import { useWords } from '../i18n/words.ts';
import { errorWords, generalWords } from './error-words.ts';
import { readError } from './read-error.ts';

/** Anything thrown → a sentence for people in their language. */
export function useExplain(): (error: unknown) => string {
  const words = useWords(errorWords);
  const general = useWords(generalWords);
  return (error) => {
    const { kind, code, retryAfterSeconds } = readError(error);
    if (kind === 'network') return general.offline;
    const known = code !== undefined && isKnown(code, words) ? words[code] : general.unknown;
    return retryAfterSeconds === undefined ? known : `${known} ${general.retryAfter(retryAfterSeconds)}`;
  };
}

const isKnown = <Words extends object>(code: string, words: Words): code is Extract<keyof Words, string> =>
  Object.hasOwn(words, code);
