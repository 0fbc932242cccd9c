import { type ReactNode, useState } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { StartProviderSignInDocument } from '../../session/account.gen.ts';
import { askAccount } from '../../session/ask-account.ts';
import { type Settings, useSettings } from '../../session/settings.ts';
import { Button } from '../../ui/button.tsx';
import { callbackAddress, rememberState } from './provider-state.ts';
import { signInWords } from './sign-in-words.ts';

/** Google and Naver, where this Moa has an account with them and lets them send the browser back to this page. */
export function Providers(): ReactNode {
  const words = useWords(signInWords);
  const settings = useSettings();
  const [error, setError] = useState<unknown>();
  if (!settings?.redirectUris.includes(callbackAddress())) return null;
  const start = async (provider: Settings['providers'][number]) => {
    try {
      const input = { provider, redirectUri: callbackAddress() };
      const { startProviderSignIn } = await askAccount(StartProviderSignInDocument, { input });
      const { authorizationUrl, userErrors } = startProviderSignIn;
      if (!authorizationUrl) throw new Error(userErrors[0]?.message);
      rememberState(new URL(authorizationUrl).searchParams.get('state') ?? '');
      location.assign(authorizationUrl);
    } catch (error) {
      setError(error);
    }
  };
  return (
    <>
      {settings.providers.map((provider) => (
        <Button key={provider} onClick={() => start(provider)}>
          {words.with[provider]}
        </Button>
      ))}
      <Problem error={error} />
    </>
  );
}
