/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Language =
  /** English */
  | 'EN'
  /** 한국어 */
  | 'KO';

export type UpdateAccountErrorCode =
  | 'AGE_OUT_OF_RANGE'
  | 'NAME_INVALID'
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_TOO_SHORT'
  /** It is not the present password, or the account has none. */
  | 'PASSWORD_WRONG'
  /** Too many wrong passwords; see `retryAfterSeconds`. */
  | 'TOO_MANY_ATTEMPTS';

export type SpeakWithMeMutationVariables = Exact<{
  language: Language;
}>;


export type SpeakWithMeMutation = { readonly __typename: 'Mutation', readonly updateAccount: { readonly __typename: 'UpdateAccountPayload', readonly member: { readonly __typename: 'Member', readonly id: string, readonly language: Language | null } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'UpdateAccountUserError', readonly code: UpdateAccountErrorCode }> } };


export const SpeakWithMeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SpeakWithMe"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"language"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<SpeakWithMeMutation, SpeakWithMeMutationVariables>;