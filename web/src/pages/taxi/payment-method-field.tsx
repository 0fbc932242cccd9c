import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { MyTaxiDocument, SaveTaxiTestCardDocument } from './call.gen.ts';
import { taxiWords } from './words.ts';

type Props = {
  /** Nothing while they are on their way. */
  readonly methods: readonly { readonly id: string; readonly label: string }[] | undefined;
};

/** One of my payment methods, or the way to a first one. */
export function PaymentMethodField({ methods }: Props): ReactNode {
  const words = useWords(taxiWords);
  const [save, { error, loading }] = useMutation(SaveTaxiTestCardDocument, { refetchQueries: [MyTaxiDocument] });
  if (methods?.length === 0) {
    return (
      <Notice>
        <p>{words.noMethods}</p>
        <Button size="small" busy={loading} onClick={() => save().catch(() => undefined)}>
          {words.saveTestCard}
        </Button>
        <Problem error={error} />
      </Notice>
    );
  }
  return (
    <SelectField label={words.payWith} name="method" disabled={!methods}>
      {methods?.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}
