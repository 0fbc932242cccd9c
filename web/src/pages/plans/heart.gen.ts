/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type PlanErrorCode =
  | 'BUDGET_OUT_OF_RANGE'
  | 'DETAILS_TOO_LONG'
  | 'GROUP_SIZE_OUT_OF_RANGE'
  | 'LOCATION_INVALID'
  /** It has another version than the one expected. */
  | 'PLAN_CHANGED'
  /** There is none of that id that I may do this with. */
  | 'PLAN_NOT_FOUND'
  | 'RETURN_DATE_BEFORE_TRAVEL_DATE'
  | 'RETURN_DATE_WITHOUT_TRAVEL_DATE'
  | 'TITLE_TOO_LONG'
  | 'TRAVEL_DATE_OUT_OF_RANGE'
  | 'TRIP_TOO_LONG';

export type HeartPlanMutationVariables = Exact<{
  id: string;
}>;


export type HeartPlanMutation = { readonly __typename: 'Mutation', readonly heartPlan: { readonly __typename: 'HeartPlanPayload', readonly plan: { readonly __typename: 'Plan', readonly id: string, readonly heartCount: number, readonly heartedByMe: boolean | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'PlanUserError', readonly code: PlanErrorCode }> } };

export type UnheartPlanMutationVariables = Exact<{
  id: string;
}>;


export type UnheartPlanMutation = { readonly __typename: 'Mutation', readonly unheartPlan: { readonly __typename: 'UnheartPlanPayload', readonly plan: { readonly __typename: 'Plan', readonly id: string, readonly heartCount: number, readonly heartedByMe: boolean | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'PlanUserError', readonly code: PlanErrorCode }> } };

export type PlanHeartFragment = { readonly __typename: 'Plan', readonly id: string, readonly heartCount: number, readonly heartedByMe: boolean | null };

export const PlanHeartFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanHeart"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"heartCount"}},{"kind":"Field","name":{"kind":"Name","value":"heartedByMe"}}]}}]} as unknown as DocumentNode<PlanHeartFragment, unknown>;
export const HeartPlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HeartPlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"heartPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"planId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanHeart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanHeart"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"heartCount"}},{"kind":"Field","name":{"kind":"Name","value":"heartedByMe"}}]}}]} as unknown as DocumentNode<HeartPlanMutation, HeartPlanMutationVariables>;
export const UnheartPlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnheartPlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unheartPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"planId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanHeart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanHeart"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"heartCount"}},{"kind":"Field","name":{"kind":"Name","value":"heartedByMe"}}]}}]} as unknown as DocumentNode<UnheartPlanMutation, UnheartPlanMutationVariables>;