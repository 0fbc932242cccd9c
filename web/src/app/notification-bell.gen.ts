/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type MarkNotificationsReadErrorCode =
  /** More than 100 ids. */
  | 'TOO_MANY_IDS';

export type NotificationKind =
  /** 배달 시작: a courier is on the way. */
  | 'DELIVERY_ACCEPTED'
  /** 배달 취소, to the courier who took it on. */
  | 'DELIVERY_CANCELLED'
  /** 고객의 취소 요청, to the driver. */
  | 'DRIVER_CANCEL_REQUESTED'
  /** 배차 확정, to the driver. */
  | 'DRIVER_DISPATCHED'
  /** 고객의 취소, to the driver. */
  | 'DRIVER_RIDE_CANCELLED'
  /** 운행 종료, to the driver. */
  | 'DRIVER_RIDE_COMPLETED'
  /** 운행 시작, to the driver. */
  | 'DRIVER_RIDE_STARTED'
  /** 새 팔로워: `member` follows me. */
  | 'MEMBER_FOLLOWED'
  /** 주문 취소 */
  | 'ORDER_CANCELLED'
  /** 주문 완료 */
  | 'ORDER_COMPLETED'
  /** 결제됨 */
  | 'ORDER_PAID'
  /** 환불됨 */
  | 'ORDER_REFUNDED'
  /** 좋아요: `member` likes my `plan`. */
  | 'PLAN_HEARTED'
  /** 새 여행 계획: `member`, whom I follow, shared `plan`. */
  | 'PLAN_SHARED'
  /** 추천 실패: there will be none, and it costs nothing. */
  | 'RECOMMENDATION_FAILED'
  /** 추천 완료: the `plan` that I asked for is there. */
  | 'RECOMMENDATION_READY'
  /** 운행 종료: what was paid. */
  | 'RIDE_COMPLETED'
  /** 호출 도착, to a driver. */
  | 'RIDE_OFFERED'
  /** 택시 결제 실패 */
  | 'RIDE_PAYMENT_REFUSED'
  /** 운행 시작 */
  | 'RIDE_STARTED'
  /** 고객 취소 */
  | 'TAXI_CANCELLED_BY_CUSTOMER'
  /** 시스템 취소: no driver was found. */
  | 'TAXI_CANCELLED_BY_SYSTEM'
  /** 취소 요청 접수 */
  | 'TAXI_CANCEL_REQUESTED'
  /** 배차 완료: who is coming, and when. */
  | 'TAXI_DISPATCHED'
  /** 배차중 */
  | 'TAXI_DISPATCHING'
  /** 택시 호출 접수 */
  | 'TAXI_REQUESTED'
  /** 토큰 구매 */
  | 'TOKENS_BOUGHT';

export type BellQueryVariables = Exact<{ [key: string]: never; }>;


export type BellQuery = { readonly __typename: 'Query', readonly me: { readonly __typename: 'Member', readonly id: string, readonly unreadNotificationCount: number | null, readonly notifications: { readonly __typename: 'NotificationConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Notification', readonly id: string, readonly kind: NotificationKind, readonly title: string, readonly text: string, readonly createdAt: string, readonly readAt: string | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type NotificationAddedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type NotificationAddedSubscription = { readonly __typename: 'Subscription', readonly notificationAdded: { readonly __typename: 'Notification', readonly id: string, readonly kind: NotificationKind, readonly title: string, readonly text: string, readonly createdAt: string, readonly readAt: string | null } | null };

export type MarkAllNotificationsReadMutationVariables = Exact<{ [key: string]: never; }>;


export type MarkAllNotificationsReadMutation = { readonly __typename: 'Mutation', readonly markNotificationsRead: { readonly __typename: 'MarkNotificationsReadPayload', readonly unreadCount: number | null, readonly userErrors: ReadonlyArray<{ readonly __typename: 'MarkNotificationsReadUserError', readonly code: MarkNotificationsReadErrorCode }> } };

export type BellNotificationFragment = { readonly __typename: 'Notification', readonly id: string, readonly kind: NotificationKind, readonly title: string, readonly text: string, readonly createdAt: string, readonly readAt: string | null };

export const BellNotificationFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BellNotification"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notification"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}}]}}]} as unknown as DocumentNode<BellNotificationFragment, unknown>;
export const BellDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Bell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"unreadNotificationCount"}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BellNotification"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BellNotification"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notification"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}}]}}]} as unknown as DocumentNode<BellQuery, BellQueryVariables>;
export const NotificationAddedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"NotificationAdded"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notificationAdded"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BellNotification"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BellNotification"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Notification"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"readAt"}}]}}]} as unknown as DocumentNode<NotificationAddedSubscription, NotificationAddedSubscriptionVariables>;
export const MarkAllNotificationsReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkAllNotificationsRead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markNotificationsRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"all"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unreadCount"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<MarkAllNotificationsReadMutation, MarkAllNotificationsReadMutationVariables>;