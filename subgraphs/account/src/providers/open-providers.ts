import type { Logger } from '@moa/telemetry';
import { type GoogleConfig, openGoogle } from './google.ts';
import { type NaverConfig, openNaver } from './naver.ts';
import type { Providers } from './provider.ts';

export type ProvidersConfig = {
  /** Every address that a sign-in may come back to, as it will be given. */
  readonly redirectUris: readonly string[];
  readonly google?: GoogleConfig | undefined;
  readonly naver?: NaverConfig | undefined;
  /** Allows providers at `http://` on this machine; everywhere else they need TLS. */
  readonly httpOnLoopback?: boolean | undefined;
  /** Milliseconds for all calls of one step; the router gives up after 3,000. */
  readonly deadlineMs?: number | undefined;
};

/** The providers that are configured. Nothing is asked of them yet. */
export function openProviders(config: ProvidersConfig, logger: Logger): Providers {
  const { redirectUris, google, naver, httpOnLoopback = false, deadlineMs = 2_500 } = config;
  const terms = { logger, httpOnLoopback, deadlineMs };
  const open = {
    GOOGLE: google && openGoogle(google, terms),
    NAVER: naver && openNaver(naver, terms),
  };
  return { redirectUris: new Set(redirectUris), find: (name) => open[name] };
}
