import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DeletePlan } from './delete-plan.tsx';
import { type PlanShownFragment, SharePlanDocument, UnsharePlanDocument } from './plan.gen.ts';
import { PlanLink } from './plan-link.tsx';
import { planWords } from './plan-words.ts';
import styles from './plans.module.css';
import { planRefusals } from './refusals.ts';

type Props = { readonly plan: Pick<PlanShownFragment, 'id' | 'sharedAt'> };

/** What its owner can do with a trip. Who may see it changes only once the graph has said so. */
export function OwnPlan({ plan: { id, sharedAt } }: Props): ReactNode {
  const words = useWords(planWords);
  const refusals = planRefusals[useLanguage()];
  const [share, sharing] = useMutation(SharePlanDocument, { variables: { id } });
  const [unshare, unsharing] = useMutation(UnsharePlanDocument, { variables: { id } });
  const refused = sharing.data?.sharePlan.userErrors ?? unsharing.data?.unsharePlan.userErrors ?? [];
  const turn = () => {
    (sharedAt ? unshare() : share()).catch(() => undefined); // the error is shown
  };
  return (
    <Card label={words.share}>
      <h2>{words.share}</h2>
      <p className="soft">{sharedAt ? words.sharedText : words.shareText}</p>
      {sharedAt && <PlanLink id={id} />}
      {refused.map(({ code }) => (
        <Notice key={code} tone="danger">
          {refusals[code]}
        </Notice>
      ))}
      <Problem error={sharing.error ?? unsharing.error} />
      <div className={styles.ways}>
        <Button tone={sharedAt ? 'plain' : 'accent'} busy={sharing.loading || unsharing.loading} onClick={turn}>
          {sharedAt ? words.unshare : words.doShare}
        </Button>
        <ButtonLink to={`/plans/${id}/edit`}>{words.edit}</ButtonLink>
        <DeletePlan id={id} />
      </div>
    </Card>
  );
}
