import { type Language, useLanguage } from './language.ts';

const locales = { ko: 'ko-KR', en: 'en-GB' } as const satisfies Record<Language, string>;

const formatsOf = (language: Language) => {
  const locale = locales[language];
  const number = new Intl.NumberFormat(locale);
  const won = new Intl.NumberFormat(locale, { style: 'currency', currency: 'KRW', currencyDisplay: 'narrowSymbol' });
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', weekday: 'short' });
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const moment = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  return {
    number: (value: number): string => number.format(value),
    /** ₩12,000; in Korean 12,000원. */
    won: (value: number): string => (language === 'ko' ? `${number.format(value)}원` : won.format(value)),
    day: (at: string | Date): string => day.format(new Date(at)),
    time: (at: string | Date): string => time.format(new Date(at)),
    moment: (at: string | Date): string => moment.format(new Date(at)),
    /** 850 m, 3.2 km. */
    distance: (meters: number): string =>
      meters < 1000 ? `${number.format(Math.round(meters / 10) * 10)} m` : `${(meters / 1000).toFixed(1)} km`,
    /** In whole minutes, never none. */
    duration: (seconds: number): string => {
      const minutes = Math.max(1, Math.round(seconds / 60));
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
      const [hour, minute] = language === 'ko' ? ['시간', '분'] : [' h', ' min'];
      return hours === 0 ? `${minutes}${minute}` : `${hours}${hour}${rest === 0 ? '' : ` ${rest}${minute}`}`;
    },
    /** 3 minutes ago. */
    ago: (at: string | Date, now: number): string => {
      const seconds = Math.round((new Date(at).getTime() - now) / 1000);
      if (seconds > -60) return relative.format(0, 'second');
      if (seconds > -3600) return relative.format(Math.round(seconds / 60), 'minute');
      if (seconds > -86_400) return relative.format(Math.round(seconds / 3600), 'hour');
      return relative.format(Math.round(seconds / 86_400), 'day');
    },
  };
};

export type Format = ReturnType<typeof formatsOf>;

const formats: Partial<Record<Language, Format>> = {};

/** Numbers, money, times and distances as the reader's language writes them. */
export const useFormat = (): Format => {
  const language = useLanguage();
  formats[language] ??= formatsOf(language);
  return formats[language];
};
