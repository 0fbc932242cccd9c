import { useMutation } from '@apollo/client/react';
import type { DocumentNode } from 'graphql';
import type { ReactNode } from 'react';
import { Problem } from '../errors/problem.tsx';
import { useWords } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { SaveTestCardDocument } from './payment.gen.ts';
import { paymentWords } from './words.ts';

type Props = {
  /** Nothing while they are on their way. */
  readonly methods: readonly { readonly id: string; readonly label: string }[] | undefined;
  /** The query that they come from, asked again once there is a first one. */
  readonly shownBy: DocumentNode;
};

/** One of my payment methods, or the way to a first one. */
export function PaymentMethodField({ methods, shownBy }: Props): ReactNode {
  const words = useWords(paymentWords);
  const [save, { error, loading }] = useMutation(SaveTestCardDocument, { refetchQueries: [shownBy] });
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
