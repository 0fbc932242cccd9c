/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type OrderStatus =
  /** 주문취소: ended without food. */
  | 'CANCELLED'
  /** 완료: the food arrived. */
  | 'COMPLETED'
  /** 주문됨: waits for its payment. */
  | 'ORDERED'
  /** 결제됨: is being delivered. */
  | 'PAID';

export type TaxiBookingStatus =
  /** 고객발 취소됨 */
  | 'CANCELLED_BY_CUSTOMER'
  /** 시스템발 취소됨: no driver was found. */
  | 'CANCELLED_BY_SYSTEM'
  /** 취소 요청 보류중: settled in a moment. */
  | 'CANCEL_REQUESTED'
  /** 운행종료됨: the customer got out, and the fare is paid. */
  | 'COMPLETED'
  /** 배차됨: a driver is on the way. */
  | 'DISPATCHED'
  /** 배차중: drivers are being asked. */
  | 'DISPATCHING'
  /** 운행시작됨: the customer is in the car. */
  | 'IN_RIDE'
  /** 접수됨 */
  | 'REQUESTED';

export type CityOrderChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type CityOrderChangedSubscription = { readonly __typename: 'Subscription', readonly orderChanged: { readonly __typename: 'Order', readonly id: string, readonly status: OrderStatus, readonly placedAt: string, readonly lines: ReadonlyArray<{ readonly __typename: 'OrderLine', readonly name: string, readonly quantity: number }> } | null };

export type CityRideChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type CityRideChangedSubscription = { readonly __typename: 'Subscription', readonly taxiBookingChanged: { readonly __typename: 'TaxiBooking', readonly id: string, readonly status: TaxiBookingStatus, readonly requestedAt: string, readonly pickup: { readonly __typename: 'TaxiPlace', readonly name: string, readonly latitude: number, readonly longitude: number }, readonly dropoff: { readonly __typename: 'TaxiPlace', readonly name: string, readonly latitude: number, readonly longitude: number } } | null };

export type CityCarPositionSubscriptionVariables = Exact<{
  id: string;
}>;


export type CityCarPositionSubscription = { readonly __typename: 'Subscription', readonly taxiPosition: { readonly __typename: 'TaxiPosition', readonly latitude: number, readonly longitude: number, readonly at: string } | null };


export const CityOrderChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CityOrderChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"orderId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CityOrder"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CityOrder"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"placedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}}]} as unknown as DocumentNode<CityOrderChangedSubscription, CityOrderChangedSubscriptionVariables>;
export const CityRideChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CityRideChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taxiBookingChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"bookingId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CityRide"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CityRide"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaxiBooking"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"pickup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dropoff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}}]}}]}}]} as unknown as DocumentNode<CityRideChangedSubscription, CityRideChangedSubscriptionVariables>;
export const CityCarPositionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CityCarPosition"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taxiPosition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"bookingId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}}]} as unknown as DocumentNode<CityCarPositionSubscription, CityCarPositionSubscriptionVariables>;