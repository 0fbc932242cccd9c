import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { CreatePlanDocument } from './plan-form.gen.ts';
import { PlanForm, type PlanWish } from './plan-form.tsx';
import { tripWords } from './trip-words.ts';

export const Component = (): ReactNode => (
  <SignedIn>
    <NewPlan />
  </SignedIn>
);

function NewPlan(): ReactNode {
  const words = useWords(tripWords);
  const navigate = useNavigate();
  const [createPlan, { data, error, loading }] = useMutation(CreatePlanDocument);
  const create = async (input: PlanWish) => {
    const { data } = await createPlan({ variables: { input } }).catch(() => ({ data: undefined })); // `error` tells
    const plan = data?.createPlan.plan;
    if (plan) navigate(`/plans/${plan.id}`);
  };
  return (
    <PlanForm
      heading={words.newTitle}
      submit={words.create}
      back="/plans/mine"
      begin={{ groupSize: 2 }}
      onSubmit={create}
      refused={data?.createPlan.userErrors ?? []}
      error={error}
      busy={loading}
    />
  );
}
