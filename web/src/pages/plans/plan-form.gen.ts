/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type CreatePlanInput = {
  /** For the whole group and trip; up to 1,000,000,000. */
  readonly budget?: number | null | undefined;
  /** Up to 2,000 characters. */
  readonly details?: string | null | undefined;
  /** 1 to 100. */
  readonly groupSize: number;
  /** 1 to 100 characters. */
  readonly location: string;
  /** Not before `travelDate`, and at most 14 days with it. One day when left out. */
  readonly returnDate?: string | null | undefined;
  /** Up to 100 characters. */
  readonly title?: string | null | undefined;
  /** Today in Seoul to two years from now. */
  readonly travelDate?: string | null | undefined;
};

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

export type PlanOrigin =
  /** 직접 작성 */
  | 'MEMBER'
  /** 맞춤 추천 */
  | 'PERSONAL'
  /** 취향 추천 */
  | 'TASTE'
  /** 인기 추천 */
  | 'TREND';

/** What is left out stays as it is; null empties it. */
export type UpdatePlanInput = {
  readonly budget?: number | null | undefined;
  readonly details?: string | null | undefined;
  /** The `version` that I saw. When the plan has changed since, nothing happens, and the payload has the plan as it is. */
  readonly expectedVersion: number;
  readonly groupSize?: number | null | undefined;
  readonly location?: string | null | undefined;
  readonly planId: string;
  /** When left out, the trip keeps its length. */
  readonly returnDate?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly travelDate?: string | null | undefined;
};

export type CreatePlanMutationVariables = Exact<{
  input: CreatePlanInput;
}>;


export type CreatePlanMutation = { readonly __typename: 'Mutation', readonly createPlan: { readonly __typename: 'CreatePlanPayload', readonly plan: { readonly __typename: 'Plan', readonly returnDate: string | null, readonly estimatedCost: number | null, readonly version: number, readonly id: string, readonly title: string | null, readonly location: string, readonly details: string | null, readonly origin: PlanOrigin, readonly days: number, readonly groupSize: number, readonly travelDate: string | null, readonly budget: number | null, readonly sharedAt: string | null, readonly heartCount: number, readonly heartedByMe: boolean | null, readonly itinerary: ReadonlyArray<{ readonly __typename: 'ItineraryDay', readonly day: number, readonly date: string | null, readonly stops: ReadonlyArray<{ readonly __typename: 'ItineraryStop', readonly name: string, readonly kind: string, readonly address: string, readonly latitude: number, readonly longitude: number, readonly note: string, readonly nearestStation: { readonly __typename: 'NearestStation', readonly distanceMeters: number, readonly station: { readonly __typename: 'Station', readonly id: string, readonly name: string, readonly nameEn: string, readonly lines: ReadonlyArray<{ readonly __typename: 'SubwayLine', readonly id: string, readonly name: string, readonly nameEn: string, readonly color: string }> } } | null }> }>, readonly owner: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'PlanUserError', readonly field: ReadonlyArray<string> | null, readonly code: PlanErrorCode }> } };

export type UpdatePlanMutationVariables = Exact<{
  input: UpdatePlanInput;
}>;


export type UpdatePlanMutation = { readonly __typename: 'Mutation', readonly updatePlan: { readonly __typename: 'UpdatePlanPayload', readonly plan: { readonly __typename: 'Plan', readonly returnDate: string | null, readonly estimatedCost: number | null, readonly version: number, readonly id: string, readonly title: string | null, readonly location: string, readonly details: string | null, readonly origin: PlanOrigin, readonly days: number, readonly groupSize: number, readonly travelDate: string | null, readonly budget: number | null, readonly sharedAt: string | null, readonly heartCount: number, readonly heartedByMe: boolean | null, readonly itinerary: ReadonlyArray<{ readonly __typename: 'ItineraryDay', readonly day: number, readonly date: string | null, readonly stops: ReadonlyArray<{ readonly __typename: 'ItineraryStop', readonly name: string, readonly kind: string, readonly address: string, readonly latitude: number, readonly longitude: number, readonly note: string, readonly nearestStation: { readonly __typename: 'NearestStation', readonly distanceMeters: number, readonly station: { readonly __typename: 'Station', readonly id: string, readonly name: string, readonly nameEn: string, readonly lines: ReadonlyArray<{ readonly __typename: 'SubwayLine', readonly id: string, readonly name: string, readonly nameEn: string, readonly color: string }> } } | null }> }>, readonly owner: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'PlanUserError', readonly field: ReadonlyArray<string> | null, readonly code: PlanErrorCode }> } };


export const CreatePlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreatePlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePlanInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanShown"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"details"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"groupSize"}},{"kind":"Field","name":{"kind":"Name","value":"travelDate"}},{"kind":"Field","name":{"kind":"Name","value":"budget"}},{"kind":"Field","name":{"kind":"Name","value":"sharedAt"}},{"kind":"Field","name":{"kind":"Name","value":"heartCount"}},{"kind":"Field","name":{"kind":"Name","value":"heartedByMe"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TripDay"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ItineraryDay"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"stops"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"nearestStation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"distanceMeters"}},{"kind":"Field","name":{"kind":"Name","value":"station"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"color"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanShown"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanCard"}},{"kind":"Field","name":{"kind":"Name","value":"returnDate"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedCost"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"itinerary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TripDay"}}]}}]}}]} as unknown as DocumentNode<CreatePlanMutation, CreatePlanMutationVariables>;
export const UpdatePlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdatePlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdatePlanInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updatePlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanShown"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"details"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"groupSize"}},{"kind":"Field","name":{"kind":"Name","value":"travelDate"}},{"kind":"Field","name":{"kind":"Name","value":"budget"}},{"kind":"Field","name":{"kind":"Name","value":"sharedAt"}},{"kind":"Field","name":{"kind":"Name","value":"heartCount"}},{"kind":"Field","name":{"kind":"Name","value":"heartedByMe"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TripDay"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ItineraryDay"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"stops"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"nearestStation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"distanceMeters"}},{"kind":"Field","name":{"kind":"Name","value":"station"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"color"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanShown"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanCard"}},{"kind":"Field","name":{"kind":"Name","value":"returnDate"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedCost"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"itinerary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TripDay"}}]}}]}}]} as unknown as DocumentNode<UpdatePlanMutation, UpdatePlanMutationVariables>;