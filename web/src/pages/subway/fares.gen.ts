/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type SubwayPassenger =
  /** 일반, 19 to 64 */
  | 'ADULT'
  /** 어린이, 6 to 12 */
  | 'CHILD'
  /** 영유아, up to 5 */
  | 'INFANT'
  /** 경로, from 65 */
  | 'SENIOR'
  /** 청소년, 13 to 18 */
  | 'YOUTH';

export type SubwayPathCriterion =
  /** 최단 거리. Of equal ones the fastest. */
  | 'DISTANCE'
  /** 최소 시간, changing trains included. */
  | 'DURATION'
  /** 최소 환승. Of equal ones the fastest. */
  | 'TRANSFERS';

export type SubwayFaresQueryVariables = Exact<{
  from: string;
  to: string;
  by: SubwayPathCriterion;
  departAt?: string | null | undefined;
}>;


export type SubwayFaresQuery = { readonly __typename: 'Query', readonly subwayPath: { readonly __typename: 'SubwayPath', readonly fares: ReadonlyArray<{ readonly __typename: 'SubwayFare', readonly passenger: SubwayPassenger, readonly card: number, readonly single: number, readonly isEarlyBird: boolean }> } };


export const SubwayFaresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SubwayFares"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubwayPathCriterion"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"departAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subwayPath"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"departAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"departAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fares"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passenger"}},{"kind":"Field","name":{"kind":"Name","value":"card"}},{"kind":"Field","name":{"kind":"Name","value":"single"}},{"kind":"Field","name":{"kind":"Name","value":"isEarlyBird"}}]}}]}}]}}]} as unknown as DocumentNode<SubwayFaresQuery, SubwayFaresQueryVariables>;