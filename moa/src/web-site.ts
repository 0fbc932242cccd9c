import { demoMembers } from '@moa/db/demo';
import type { Site } from '@moa/router';
import { siteFolder } from '@moa/web/site';
import type { Environment } from './config.ts';
import { providersOf } from './sign-in-providers.ts';

/** The pages at /app, and what they need to know of this Moa: whom one may be, and who else vouches for members. */
export function webSiteFor(env: Readonly<Environment>): Site {
  const { google, naver, redirectUris } = providersOf(env);
  return {
    path: '/app',
    title: 'Moa · 모아',
    folder: siteFolder,
    settings: {
      demo: env.DEMO ? demoMembers.map(({ name, email, password, roles }) => ({ name, email, password, roles })) : [],
      providers: [...(google ? ['GOOGLE'] : []), ...(naver ? ['NAVER'] : [])],
      redirectUris,
    },
  };
}
