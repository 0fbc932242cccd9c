/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type SavePaymentMethodErrorCode =
  | 'PROVIDER_TOKEN_INVALID'
  /** A member has at most 20. */
  | 'TOO_MANY_PAYMENT_METHODS';

export type SaveTestCardMutationVariables = Exact<{ [key: string]: never; }>;


export type SaveTestCardMutation = { readonly __typename: 'Mutation', readonly savePaymentMethod: { readonly __typename: 'SavePaymentMethodPayload', readonly paymentMethod: { readonly __typename: 'PaymentMethod', readonly id: string, readonly label: string } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'SavePaymentMethodUserError', readonly code: SavePaymentMethodErrorCode }> } };


export const SaveTestCardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveTestCard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"savePaymentMethod"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"providerToken"},"value":{"kind":"StringValue","value":"tok_ok","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentMethod"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<SaveTestCardMutation, SaveTestCardMutationVariables>;