/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type DeliveryStatus =
  /** 배달취소 */
  | 'CANCELLED'
  /** 배달완료 */
  | 'COMPLETED'
  /** 배달시작 */
  | 'STARTED';

export type OrderCancellationReason =
  /** 고객 취소 */
  | 'CUSTOMER'
  /** 결제 거절 */
  | 'PAYMENT_REFUSED';

export type OrderLineInput = {
  readonly menuItemId: string;
  /** 1 to 99. */
  readonly quantity: number;
};

export type OrderStatus =
  /** 주문취소: ended without food. */
  | 'CANCELLED'
  /** 완료: the food arrived. */
  | 'COMPLETED'
  /** 주문됨: waits for its payment. */
  | 'ORDERED'
  /** 결제됨: is being delivered. */
  | 'PAID';

export type PaymentStatus =
  /** 결제됨 */
  | 'CAPTURED'
  /** 결제 대기 */
  | 'PENDING'
  /** 환불됨 */
  | 'REFUNDED'
  /** 결제 거절 */
  | 'REFUSED';

export type PlaceOrderErrorCode =
  | 'ADDRESS_INVALID'
  | 'DUPLICATE_MENU_ITEM'
  | 'IDEMPOTENCY_KEY_INVALID'
  /** The key was used before, with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'MENU_ITEM_NOT_FOUND'
  | 'MENU_ITEM_SOLD_OUT'
  | 'NO_LINES'
  | 'PAYMENT_METHOD_INVALID'
  | 'QUANTITY_OUT_OF_RANGE'
  | 'TOO_MANY_LINES';

export type PlaceOrderInput = {
  /** 1 to 200 characters. */
  readonly deliveryAddress: string;
  /** Made by the client, 1 to 100 characters. The same key with the same input gives the same order, whatever is repeated. */
  readonly idempotencyKey: string;
  /** 1 to 50 lines, each dish at most once. */
  readonly lines: ReadonlyArray<OrderLineInput>;
  readonly paymentMethodId: string;
};

export type MyPaymentMethodsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPaymentMethodsQuery = { readonly __typename: 'Query', readonly me: { readonly __typename: 'Member', readonly id: string, readonly paymentMethods: ReadonlyArray<{ readonly __typename: 'PaymentMethod', readonly id: string, readonly label: string }> | null } | null };

export type PlaceOrderMutationVariables = Exact<{
  input: PlaceOrderInput;
}>;


export type PlaceOrderMutation = { readonly __typename: 'Mutation', readonly placeOrder: { readonly __typename: 'PlaceOrderPayload', readonly order: { readonly __typename: 'Order', readonly id: string, readonly status: OrderStatus, readonly total: number, readonly deliveryAddress: string, readonly placedAt: string, readonly lines: ReadonlyArray<{ readonly __typename: 'OrderLine', readonly name: string, readonly price: number, readonly quantity: number, readonly menuItem: { readonly __typename: 'MenuItem', readonly id: string } | null }>, readonly cancellation: { readonly __typename: 'OrderCancellation', readonly reason: OrderCancellationReason } | null, readonly progress: { readonly __typename: 'OrderProgress', readonly paymentStatus: PaymentStatus | null, readonly deliveryStatus: DeliveryStatus | null, readonly updatedAt: string, readonly courier: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null } } | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'PlaceOrderUserError', readonly field: ReadonlyArray<string> | null, readonly code: PlaceOrderErrorCode }> } };


export const MyPaymentMethodsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyPaymentMethods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}}]} as unknown as DocumentNode<MyPaymentMethodsQuery, MyPaymentMethodsQueryVariables>;
export const PlaceOrderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PlaceOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlaceOrderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"placeOrder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrderShown"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderShown"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"menuItem"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"deliveryAddress"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancellation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentStatus"}},{"kind":"Field","name":{"kind":"Name","value":"deliveryStatus"}},{"kind":"Field","name":{"kind":"Name","value":"courier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}}]}}]}}]} as unknown as DocumentNode<PlaceOrderMutation, PlaceOrderMutationVariables>;