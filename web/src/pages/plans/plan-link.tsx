import { type ReactNode, useRef, useState } from 'react';
import { useHref } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import styles from './plan-link.module.css';
import { planWords } from './plan-words.ts';

/** The address to send to friends. Where the browser keeps its clipboard to itself, it is selected to be copied by hand. */
export function PlanLink({ id }: { readonly id: string }): ReactNode {
  const words = useWords(planWords);
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const address = new URL(useHref(`/plans/${id}`), location.href).href;
  const copy = async () => {
    field.current?.select();
    await navigator.clipboard?.writeText(address).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div className={styles.link}>
      <Field ref={field} label={words.link} labelHidden readOnly value={address} />
      <Button onClick={copy}>
        <span aria-live="polite">{copied ? words.copied : words.copy}</span>
      </Button>
    </div>
  );
}
