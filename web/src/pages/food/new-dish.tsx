import { useMutation } from '@apollo/client/react';
import type { FormEvent, ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './food.module.css';
import { KitchenMenuDocument, RegisterMenuItemDocument } from './kitchen.gen.ts';
import { kitchenWords } from './kitchen-words.ts';
import { menuItemRefusals } from './refusals.ts';

/** @param restaurant as the merchant's other dishes say */
export function NewDish({ restaurant }: { readonly restaurant: string }): ReactNode {
  const words = useWords(kitchenWords);
  const refusals = menuItemRefusals[useLanguage()];
  const [register, { data, error, loading }] = useMutation(RegisterMenuItemDocument, {
    refetchQueries: [KitchenMenuDocument],
  });
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const text = (name: string) => String(fields.get(name));
    const input = {
      name: text('name'),
      restaurant: text('restaurant'),
      description: text('description'),
      price: Number(text('price')),
    };
    const { data } = await register({ variables: { input } }).catch(() => ({ data: undefined })); // `error` tells
    if (data?.registerMenuItem.menuItem) form.reset();
  };
  const { menuItem, userErrors = [] } = data?.registerMenuItem ?? {};
  const errorOf = (name: string): string | undefined => {
    const refusal = userErrors.find(({ field }) => field?.at(-1) === name);
    return refusal && refusals[refusal.code];
  };
  return (
    <Card label={words.add}>
      <h2>{words.add}</h2>
      <form className={styles.form} onSubmit={submit}>
        <Field label={words.name} name="name" required maxLength={60} error={errorOf('name')} />
        <Field
          key={restaurant}
          label={words.restaurant}
          name="restaurant"
          required
          maxLength={60}
          defaultValue={restaurant}
          error={errorOf('restaurant')}
        />
        <Field label={words.description} name="description" maxLength={500} error={errorOf('description')} />
        <Field label={words.price} name="price" type="number" inputMode="numeric" required error={errorOf('price')} />
        <Button type="submit" tone="accent" busy={loading}>
          {words.submit}
        </Button>
      </form>
      {userErrors
        .filter(({ field }) => !field)
        .map(({ code }) => (
          <Notice key={code} tone="danger">
            {refusals[code]}
          </Notice>
        ))}
      <Problem error={error} />
      {menuItem && <Notice tone="good">{words.added(menuItem.name)}</Notice>}
    </Card>
  );
}
