/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type BuyTokensErrorCode =
  | 'IDEMPOTENCY_KEY_INVALID'
  /** The key was used for another purchase. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** Not one of mine. */
  | 'PAYMENT_METHOD_UNKNOWN'
  /** For good; `purchase.payment.refusal` says why. Another try needs another key. */
  | 'PAYMENT_REFUSED'
  /** A quantity is 1 to 100. */
  | 'QUANTITY_OUT_OF_RANGE';

export type BuyTokensInput = {
  /** 1 to 100 characters, a new one for each purchase; a repeat with the same one buys nothing more. */
  readonly idempotencyKey: string;
  /** One of mine. */
  readonly paymentMethodId: string;
  /** 1 to 100. */
  readonly quantity: number;
};

export type TokenEntryKind =
  /** 구매 */
  | 'PURCHASE'
  /** 추천 실패로 반환 */
  | 'RELEASE'
  /** 추천에 사용 */
  | 'RESERVATION'
  /** 가입 선물 */
  | 'WELCOME';

export type TokenPurchaseStatus =
  /** 구매 완료 */
  | 'COMPLETED'
  /** 결제 대기. The tokens come when the payment is captured. */
  | 'PENDING'
  /** 결제 거절. Nothing was taken, and nothing comes. */
  | 'REFUSED';

export type TokenBalanceQueryVariables = Exact<{ [key: string]: never; }>;


export type TokenBalanceQuery = { readonly __typename: 'Query', readonly me: { readonly __typename: 'Member', readonly id: string, readonly tokenAccount: { readonly __typename: 'TokenAccount', readonly balance: number } | null } | null };

export type TokensQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TokensQuery = { readonly __typename: 'Query', readonly me: { readonly __typename: 'Member', readonly id: string, readonly paymentMethods: ReadonlyArray<{ readonly __typename: 'PaymentMethod', readonly id: string, readonly label: string }> | null, readonly tokenAccount: { readonly __typename: 'TokenAccount', readonly balance: number, readonly entries: { readonly __typename: 'TokenEntryConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'TokenEntry', readonly id: string, readonly kind: TokenEntryKind, readonly amount: number, readonly createdAt: string, readonly recommendation: { readonly __typename: 'Recommendation', readonly id: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } | null };

export type BuyTokensMutationVariables = Exact<{
  input: BuyTokensInput;
}>;


export type BuyTokensMutation = { readonly __typename: 'Mutation', readonly buyTokens: { readonly __typename: 'BuyTokensPayload', readonly tokenAccount: { readonly __typename: 'TokenAccount', readonly balance: number } | null, readonly purchase: { readonly __typename: 'TokenPurchase', readonly id: string, readonly status: TokenPurchaseStatus, readonly quantity: number, readonly payment: { readonly __typename: 'Payment', readonly id: string, readonly refusal: { readonly __typename: 'PaymentRefusal', readonly code: string } | null } } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'BuyTokensUserError', readonly field: ReadonlyArray<string> | null, readonly code: BuyTokensErrorCode }> } };

export type TokenMovementFragment = { readonly __typename: 'TokenEntry', readonly id: string, readonly kind: TokenEntryKind, readonly amount: number, readonly createdAt: string, readonly recommendation: { readonly __typename: 'Recommendation', readonly id: string } | null };

export const TokenMovementFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenMovement"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TokenEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"recommendation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<TokenMovementFragment, unknown>;
export const TokenBalanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TokenBalance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tokenAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"balance"}}]}}]}}]}}]} as unknown as DocumentNode<TokenBalanceQuery, TokenBalanceQueryVariables>;
export const TokensDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Tokens"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tokenAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"entries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TokenMovement"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenMovement"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TokenEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"recommendation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<TokensQuery, TokensQueryVariables>;
export const BuyTokensDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BuyTokens"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BuyTokensInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"buyTokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tokenAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"balance"}}]}},{"kind":"Field","name":{"kind":"Name","value":"purchase"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<BuyTokensMutation, BuyTokensMutationVariables>;