import { useMutation, useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { useSession } from '../../session/use-session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PlanDocument, type PlanShownFragment } from './plan.gen.ts';
import { UpdatePlanDocument } from './plan-form.gen.ts';
import { PlanForm, type PlanWish } from './plan-form.tsx';
import { tripWords } from './trip-words.ts';

export const Component = (): ReactNode => (
  <SignedIn>
    <MyPlan />
  </SignedIn>
);

function MyPlan(): ReactNode {
  const words = useWords(tripWords);
  const { planId = '' } = useParams();
  const me = useSession()?.member.id;
  const { data, error, refetch } = useQuery(PlanDocument, { variables: { id: planId } });
  if (!data) return error ? <Problem error={error} onRetry={refetch} /> : <Skeleton count={1} height="34rem" />;
  if (!data.plan || data.plan.owner?.id !== me) return <EmptyState title={words.notMine} />;
  return <EditPlan plan={data.plan} />;
}

/** When it was changed elsewhere meanwhile nothing is overwritten: the fields then show it as it is now. */
function EditPlan({ plan }: { readonly plan: PlanShownFragment }): ReactNode {
  const words = useWords(tripWords);
  const navigate = useNavigate();
  const [updatePlan, { data, error, loading }] = useMutation(UpdatePlanDocument);
  const { id, version } = plan;
  const save = async (wish: PlanWish) => {
    const input = { ...wish, planId: id, expectedVersion: version };
    const { data } = await updatePlan({ variables: { input } }).catch(() => ({ data: undefined })); // `error` tells
    if (data?.updatePlan.userErrors.length === 0) navigate(`/plans/${id}`);
  };
  return (
    <PlanForm
      key={version}
      heading={words.editTitle}
      submit={words.save}
      back={`/plans/${id}`}
      begin={plan}
      onSubmit={save}
      refused={data?.updatePlan.userErrors ?? []}
      error={error}
      busy={loading}
    />
  );
}
