import { useMutation } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DeletePlanDocument } from './plan.gen.ts';
import { planWords } from './plan-words.ts';
import styles from './plans.module.css';
import { planRefusals } from './refusals.ts';

/** For good, so it is asked once more. */
export function DeletePlan({ id }: { readonly id: string }): ReactNode {
  const words = useWords(planWords);
  const refusals = planRefusals[useLanguage()];
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [deletePlan, { data, error, loading, client }] = useMutation(DeletePlanDocument, { variables: { id } });
  const remove = async () => {
    const { data } = await deletePlan().catch(() => ({ data: undefined })); // `error` tells
    if (!data?.deletePlan.deletedPlanId) return;
    await navigate('/plans/mine');
    const gone = client.cache.identify({ __typename: 'Plan', id });
    if (gone !== undefined) client.cache.evict({ id: gone }); // lists leave it out
  };
  return (
    <>
      <Button tone="danger" onClick={() => setAsking(true)}>
        {words.delete}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={words.deleteTitle}>
        <p>{words.deleteText}</p>
        {data?.deletePlan.userErrors.map(({ code }) => (
          <Notice key={code} tone="danger">
            {refusals[code]}
          </Notice>
        ))}
        <Problem error={error} />
        <div className={styles.ways}>
          <Button tone="danger" busy={loading} onClick={remove}>
            {words.delete}
          </Button>
          <Button onClick={() => setAsking(false)}>{words.keep}</Button>
        </div>
      </Dialog>
    </>
  );
}
