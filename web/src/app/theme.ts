export type Theme = 'system' | 'light' | 'dark';

const place = 'moa.theme';

export function rememberedTheme(): Theme {
  const text = localStorage.getItem(place);
  return text === 'light' || text === 'dark' ? text : 'system';
}

/** Light or dark as chosen here, else as the reader's system is. */
export function wear(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem(place);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(place, theme);
    document.documentElement.dataset.theme = theme;
  }
}
