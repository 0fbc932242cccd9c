import { useLanguage } from '../../i18n/language.ts';

type Named = { readonly name: string; readonly nameEn: string };

/** What a station or a line is called in the reader's language. */
export function useName(): (named: Named) => string {
  const language = useLanguage();
  return ({ name, nameEn }) => (language === 'ko' ? name : nameEn);
}
