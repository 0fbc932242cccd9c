import { useSyncExternalStore } from 'react';

export type Language = 'ko' | 'en';

const place = 'moa.language';
const listeners = new Set<() => void>();
let language: Language | undefined;

/** The one remembered here, else the browser's. */
export const currentLanguage = (): Language =>
  (language ??= remembered() ?? (navigator.language.startsWith('ko') ? 'ko' : 'en'));

function remembered(): Language | undefined {
  const text = localStorage.getItem(place);
  return text === 'ko' || text === 'en' ? text : undefined;
}

export function speak(next: Language): void {
  language = next;
  localStorage.setItem(place, next);
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage);
