import type { FormEvent, ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { SignInDocument } from '../../session/account.gen.ts';
import { askAccount } from '../../session/ask-account.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './sign-in.module.css';
import { refusalWords, signInWords } from './sign-in-words.ts';
import { useBeginSession } from './use-begin-session.ts';

export const signIn = async (input: { email: string; password: string }) =>
  (await askAccount(SignInDocument, { input })).signIn;

export function SignInForm(): ReactNode {
  const words = useWords(signInWords);
  const refused = refusalWords[useLanguage()];
  const { begin, busy, refusals, error } = useBeginSession(signIn);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    begin({ email: String(fields.get('email')), password: String(fields.get('password')) });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={words.email} name="email" type="email" autoComplete="username" required />
      <Field label={words.password} name="password" type="password" autoComplete="current-password" required />
      {refusals.map(({ code }) => (
        <Notice key={code} tone="danger">
          {refused[code]}
        </Notice>
      ))}
      <Problem error={error} />
      <Button type="submit" tone="accent" busy={busy}>
        {words.submit}
      </Button>
    </form>
  );
}
