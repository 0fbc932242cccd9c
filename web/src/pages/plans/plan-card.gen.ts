/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type PlanOrigin =
  /** 직접 작성 */
  | 'MEMBER'
  /** 맞춤 추천 */
  | 'PERSONAL'
  /** 취향 추천 */
  | 'TASTE'
  /** 인기 추천 */
  | 'TREND';

export type PlanCardFragment = { readonly __typename: 'Plan', readonly id: string, readonly title: string | null, readonly location: string, readonly details: string | null, readonly origin: PlanOrigin, readonly days: number, readonly groupSize: number, readonly travelDate: string | null, readonly budget: number | null, readonly sharedAt: string | null, readonly heartCount: number, readonly heartedByMe: boolean | null, readonly owner: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null };

export const PlanCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"details"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"groupSize"}},{"kind":"Field","name":{"kind":"Name","value":"travelDate"}},{"kind":"Field","name":{"kind":"Name","value":"budget"}},{"kind":"Field","name":{"kind":"Name","value":"sharedAt"}},{"kind":"Field","name":{"kind":"Name","value":"heartCount"}},{"kind":"Field","name":{"kind":"Name","value":"heartedByMe"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<PlanCardFragment, unknown>;