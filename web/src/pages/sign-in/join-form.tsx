import type { FormEvent, ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { SignUpDocument } from '../../session/account.gen.ts';
import { askAccount } from '../../session/ask-account.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './sign-in.module.css';
import { refusalWords, signInWords } from './sign-in-words.ts';
import { useBeginSession } from './use-begin-session.ts';

type Input = { readonly email: string; readonly password: string; readonly name: string; readonly age: number };

const join = async (input: Input) => (await askAccount(SignUpDocument, { input })).signUp;

export function JoinForm(): ReactNode {
  const words = useWords(signInWords);
  const refused = refusalWords[useLanguage()];
  const { begin, busy, refusals, error } = useBeginSession(join);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => String(fields.get(name));
    begin({ email: text('email'), password: text('password'), name: text('name'), age: Number(text('age')) });
  };
  const errorOf = (name: keyof Input): string | undefined => {
    const refusal = refusals.find(({ field }) => field?.at(-1) === name);
    return refusal && refused[refusal.code];
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={words.name} name="name" autoComplete="name" required error={errorOf('name')} />
      <Field label={words.email} name="email" type="email" autoComplete="username" required error={errorOf('email')} />
      <Field
        label={words.password}
        name="password"
        type="password"
        autoComplete="new-password"
        hint={words.passwordHint}
        required
        error={errorOf('password')}
      />
      <Field label={words.age} name="age" type="number" inputMode="numeric" required error={errorOf('age')} />
      {refusals
        .filter(({ field }) => !field)
        .map(({ code }) => (
          <Notice key={code} tone="danger">
            {refused[code]}
          </Notice>
        ))}
      <Problem error={error} />
      <Button type="submit" tone="accent" busy={busy}>
        {words.join}
      </Button>
    </form>
  );
}
