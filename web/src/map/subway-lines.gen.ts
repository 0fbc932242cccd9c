/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type SubwayLinesOnMapQueryVariables = Exact<{ [key: string]: never; }>;


export type SubwayLinesOnMapQuery = { readonly __typename: 'Query', readonly subwayLines: ReadonlyArray<{ readonly __typename: 'SubwayLine', readonly id: string, readonly color: string, readonly branches: ReadonlyArray<{ readonly __typename: 'SubwayBranch', readonly name: string, readonly stations: ReadonlyArray<{ readonly __typename: 'Station', readonly id: string, readonly latitude: number, readonly longitude: number }> }> }> };


export const SubwayLinesOnMapDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SubwayLinesOnMap"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subwayLines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"color"}},{"kind":"Field","name":{"kind":"Name","value":"branches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"stations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SubwayLinesOnMapQuery, SubwayLinesOnMapQueryVariables>;