import { useEffect, useState } from 'react';

/** What this Moa's owner decided, beside the page. */
export type Settings = {
  /** Members to try Moa with; empty where people are real. */
  readonly demo: readonly {
    readonly name: string;
    readonly email: string;
    readonly password: string;
    readonly roles: readonly string[];
  }[];
  /** Who else vouches for members here, and where browsers may come back to. */
  readonly providers: readonly ('GOOGLE' | 'NAVER')[];
  readonly redirectUris: readonly string[];
};

const none: Settings = { demo: [], providers: [], redirectUris: [] };
let reading: Promise<Settings> | undefined;

const readSettings = (): Promise<Settings> =>
  (reading ??= fetch(`${import.meta.env.BASE_URL}settings.json`)
    .then((response): Promise<Settings> => response.json())
    .catch(() => {
      reading = undefined; // the next one tries again
      return none;
    }));

/** Nothing until they have come; without them the page does without what they allow. */
export function useSettings(): Settings | undefined {
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    readSettings().then(setSettings);
  }, []);
  return settings;
}
