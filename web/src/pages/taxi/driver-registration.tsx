import { useMutation } from '@apollo/client/react';
import type { FormEvent, ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DriverShiftDocument, RegisterDriverDocument } from './drive.gen.ts';
import { driverRefusals } from './drive-refusals.ts';
import { driveWords } from './drive-words.ts';
import styles from './taxi.module.css';

/** Car and phone, as the customers of this driver will see them. */
export function DriverRegistration(): ReactNode {
  const words = useWords(driveWords);
  const refusals = driverRefusals[useLanguage()];
  const [register, { data, error, loading }] = useMutation(RegisterDriverDocument, {
    refetchQueries: [DriverShiftDocument],
    awaitRefetchQueries: true,
  });
  const codes = data?.registerDriver.userErrors.map(({ code }) => code) ?? [];
  const refusalOf = (code: (typeof codes)[number]) => (codes.includes(code) ? refusals[code] : undefined);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const variables = { plate: String(form.get('plate')), phone: String(form.get('phone')) };
    register({ variables }).catch(() => undefined); // `error` tells
  };
  return (
    <div className={styles.rides}>
      <Card label={words.registration}>
        <h2>{words.registration}</h2>
        <p className="soft">{words.registrationText}</p>
        <form className={styles.form} onSubmit={submit}>
          <Field
            label={words.plate}
            name="plate"
            required
            maxLength={20}
            hint={words.plateHint}
            error={refusalOf('PLATE_INVALID')}
          />
          <Field
            label={words.phone}
            name="phone"
            type="tel"
            autoComplete="tel"
            required
            hint={words.phoneHint}
            error={refusalOf('PHONE_INVALID')}
          />
          {codes.includes('NOT_A_DRIVER') && <Notice tone="danger">{refusals.NOT_A_DRIVER}</Notice>}
          <Problem error={error} />
          <Button type="submit" tone="accent" busy={loading}>
            {words.register}
          </Button>
        </form>
      </Card>
    </div>
  );
}
