import type { Won } from '@moa/money';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { MenuItem as MenuItemModel } from '../domain/menu-item.ts';
import type { OrderView } from '../domain/order-view.ts';
import type { OrderLine as OrderLineModel } from '../domain/order.ts';
import type { MemberReference } from './member.ts';
import type { GraphContext } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment, as RFC 3339 text in UTC. */
  DateTime: { input: Date; output: Date | string; }
  /** An amount of money in whole South Korean won. */
  Won: { input: Won; output: Won; }
  link__Import: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

export type CancelOrderErrorCode =
  /** The delivery could not be asked. The order stays as it was; try again later. */
  | 'DELIVERY_UNAVAILABLE'
  | 'ORDER_ALREADY_CANCELLED'
  | 'ORDER_ALREADY_COMPLETED'
  /** There is none of that id among your orders. */
  | 'ORDER_NOT_FOUND';

export type CancelOrderInput = {
  readonly orderId: Scalars['ID']['input'];
};

export type CancelOrderPayload = {
  readonly order?: Maybe<Order>;
  readonly userErrors: ReadonlyArray<CancelOrderUserError>;
};

export type CancelOrderUserError = {
  readonly code: CancelOrderErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type DeliveryStatus =
  /** 배달취소 */
  | 'CANCELLED'
  /** 배달완료 */
  | 'COMPLETED'
  /** 배달시작 */
  | 'STARTED';

export type Member = {
  readonly id: Scalars['ID']['output'];
  /** My page: my orders, the newest first, each with the last known state of its payment and delivery. Only for the member. */
  readonly orders?: Maybe<OrderConnection>;
};


export type MemberOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  status?: InputMaybe<OrderStatus>;
};

/** A dish that can be ordered. */
export type MenuItem = {
  readonly description: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  /** Who registered it. */
  readonly merchant?: Maybe<Member>;
  /** The dish's name (메뉴 이름). */
  readonly name: Scalars['String']['output'];
  readonly price: Scalars['Won']['output'];
  /** The restaurant that cooks it (식당). */
  readonly restaurant: Scalars['String']['output'];
  /** Can't be ordered just now (품절). */
  readonly soldOut: Scalars['Boolean']['output'];
};

export type MenuItemConnection = {
  readonly edges: ReadonlyArray<MenuItemEdge>;
  readonly nodes: ReadonlyArray<MenuItem>;
  readonly pageInfo: PageInfo;
};

export type MenuItemEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: MenuItem;
};

export type MenuItemErrorCode =
  | 'DESCRIPTION_TOO_LONG'
  /** There is none of that id among your dishes. */
  | 'MENU_ITEM_NOT_FOUND'
  | 'NAME_INVALID'
  | 'NOT_A_MERCHANT'
  | 'PRICE_OUT_OF_RANGE'
  | 'RESTAURANT_INVALID';

export type MenuItemUserError = {
  readonly code: MenuItemErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type Mutation = {
  /** Cancels an order that is not completed (주문취소). Its delivery is cancelled first; whatever was paid goes back. */
  readonly cancelOrder: CancelOrderPayload;
  /** Orders dishes (주문). Payment and delivery follow by themselves; watch them with `orderChanged`. */
  readonly placeOrder: PlaceOrderPayload;
  /** A merchant puts a dish on the menu. */
  readonly registerMenuItem: RegisterMenuItemPayload;
  /** A merchant takes one of their dishes off the counter, or puts it back. */
  readonly setMenuItemSoldOut: SetMenuItemSoldOutPayload;
};


export type MutationCancelOrderArgs = {
  input: CancelOrderInput;
};


export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};


export type MutationRegisterMenuItemArgs = {
  input: RegisterMenuItemInput;
};


export type MutationSetMenuItemSoldOutArgs = {
  input: SetMenuItemSoldOutInput;
};

/** Somebody's order. Customer, courier and administrators see it. */
export type Order = {
  /** Why the order ended without food; null unless it is CANCELLED. */
  readonly cancellation?: Maybe<OrderCancellation>;
  readonly customer?: Maybe<Member>;
  readonly deliveryAddress: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  /** At most 50 lines, so not in pages. */
  readonly lines: ReadonlyArray<OrderLine>;
  readonly placedAt: Scalars['DateTime']['output'];
  /** What payment and delivery last said. Answers even while they are down. */
  readonly progress: OrderProgress;
  readonly status: OrderStatus;
  readonly total: Scalars['Won']['output'];
};

export type OrderCancellation = {
  /** In words, for people; for a refused payment the provider's. */
  readonly message: Scalars['String']['output'];
  readonly reason: OrderCancellationReason;
};

export type OrderCancellationReason =
  /** 고객 취소 */
  | 'CUSTOMER'
  /** 결제 거절 */
  | 'PAYMENT_REFUSED';

export type OrderConnection = {
  readonly edges: ReadonlyArray<OrderEdge>;
  readonly nodes: ReadonlyArray<Order>;
  readonly pageInfo: PageInfo;
};

export type OrderEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Order;
};

/** A dish as it was when it was ordered. */
export type OrderLine = {
  readonly menuItem?: Maybe<MenuItem>;
  readonly name: Scalars['String']['output'];
  readonly price: Scalars['Won']['output'];
  readonly quantity: Scalars['Int']['output'];
};

export type OrderLineInput = {
  readonly menuItemId: Scalars['ID']['input'];
  /** 1 to 99. */
  readonly quantity: Scalars['Int']['input'];
};

/** The last known state of what other parts of Moa do for an order. */
export type OrderProgress = {
  readonly courier?: Maybe<Member>;
  /** Null until the delivery has started. */
  readonly deliveryStatus?: Maybe<DeliveryStatus>;
  /** Null until the payment is settled. */
  readonly paymentStatus?: Maybe<PaymentStatus>;
  /** When any of it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
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

export type PageInfo = {
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
};

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
  readonly deliveryAddress: Scalars['String']['input'];
  /** Made by the client, 1 to 100 characters. The same key with the same input gives the same order, whatever is repeated. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** 1 to 50 lines, each dish at most once. */
  readonly lines: ReadonlyArray<OrderLineInput>;
  readonly paymentMethodId: Scalars['ID']['input'];
};

export type PlaceOrderPayload = {
  readonly order?: Maybe<Order>;
  readonly userErrors: ReadonlyArray<PlaceOrderUserError>;
};

export type PlaceOrderUserError = {
  readonly code: PlaceOrderErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type Query = {
  /** One dish; null when there is none of that id. */
  readonly menuItem?: Maybe<MenuItem>;
  /** The menu, searched by any part of a dish's name. In the order in which dishes were registered. */
  readonly menuItems: MenuItemConnection;
  /** One of my orders; null when there is none of that id that I may see. */
  readonly order?: Maybe<Order>;
};


export type QueryMenuItemArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMenuItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};

export type RegisterMenuItemInput = {
  /** Up to 500 characters. */
  readonly description?: Scalars['String']['input'];
  /** 1 to 60 characters. */
  readonly name: Scalars['String']['input'];
  /** 100 to 1,000,000 won. */
  readonly price: Scalars['Won']['input'];
  /** 1 to 60 characters. */
  readonly restaurant: Scalars['String']['input'];
};

export type RegisterMenuItemPayload = {
  readonly menuItem?: Maybe<MenuItem>;
  readonly userErrors: ReadonlyArray<MenuItemUserError>;
};

export type SetMenuItemSoldOutInput = {
  readonly menuItemId: Scalars['ID']['input'];
  readonly soldOut: Scalars['Boolean']['input'];
};

export type SetMenuItemSoldOutPayload = {
  readonly menuItem?: Maybe<MenuItem>;
  readonly userErrors: ReadonlyArray<MenuItemUserError>;
};

export type Subscription = {
  /** The order as it is now, then each change to it, its payment and its delivery. */
  readonly orderChanged?: Maybe<Order>;
};


export type SubscriptionOrderChangedArgs = {
  orderId: Scalars['ID']['input'];
};

export type Link__Purpose =
  | 'EXECUTION'
  | 'SECURITY';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Member: Member;
  MenuItem: MenuItem;
  Order: Order;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
  MenuItem:
    ( { __typename: 'MenuItem' }
    & GraphQLRecursivePick<FederationTypes['MenuItem'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CancelOrderErrorCode: CancelOrderErrorCode;
  CancelOrderInput: CancelOrderInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CancelOrderPayload: ResolverTypeWrapper<Omit<CancelOrderPayload, 'order'> & { order?: Maybe<ResolversTypes['Order']> }>;
  CancelOrderUserError: ResolverTypeWrapper<CancelOrderUserError>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeliveryStatus: DeliveryStatus;
  Member: ResolverTypeWrapper<MemberReference>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  MenuItem: ResolverTypeWrapper<MenuItemModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  MenuItemConnection: ResolverTypeWrapper<Omit<MenuItemConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['MenuItemEdge']>, nodes: ReadonlyArray<ResolversTypes['MenuItem']> }>;
  MenuItemEdge: ResolverTypeWrapper<Omit<MenuItemEdge, 'node'> & { node: ResolversTypes['MenuItem'] }>;
  MenuItemErrorCode: MenuItemErrorCode;
  MenuItemUserError: ResolverTypeWrapper<MenuItemUserError>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Order: ResolverTypeWrapper<OrderView>;
  OrderCancellation: ResolverTypeWrapper<OrderCancellation>;
  OrderCancellationReason: OrderCancellationReason;
  OrderConnection: ResolverTypeWrapper<Omit<OrderConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['OrderEdge']>, nodes: ReadonlyArray<ResolversTypes['Order']> }>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderLine: ResolverTypeWrapper<OrderLineModel>;
  OrderLineInput: OrderLineInput;
  OrderProgress: ResolverTypeWrapper<Omit<OrderProgress, 'courier'> & { courier?: Maybe<ResolversTypes['Member']> }>;
  OrderStatus: OrderStatus;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PaymentStatus: PaymentStatus;
  PlaceOrderErrorCode: PlaceOrderErrorCode;
  PlaceOrderInput: PlaceOrderInput;
  PlaceOrderPayload: ResolverTypeWrapper<Omit<PlaceOrderPayload, 'order'> & { order?: Maybe<ResolversTypes['Order']> }>;
  PlaceOrderUserError: ResolverTypeWrapper<PlaceOrderUserError>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RegisterMenuItemInput: RegisterMenuItemInput;
  RegisterMenuItemPayload: ResolverTypeWrapper<Omit<RegisterMenuItemPayload, 'menuItem'> & { menuItem?: Maybe<ResolversTypes['MenuItem']> }>;
  SetMenuItemSoldOutInput: SetMenuItemSoldOutInput;
  SetMenuItemSoldOutPayload: ResolverTypeWrapper<Omit<SetMenuItemSoldOutPayload, 'menuItem'> & { menuItem?: Maybe<ResolversTypes['MenuItem']> }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Won: ResolverTypeWrapper<Scalars['Won']['output']>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CancelOrderInput: CancelOrderInput;
  ID: Scalars['ID']['output'];
  CancelOrderPayload: Omit<CancelOrderPayload, 'order'> & { order?: Maybe<ResolversParentTypes['Order']> };
  CancelOrderUserError: CancelOrderUserError;
  DateTime: Scalars['DateTime']['output'];
  Member: MemberReference;
  Int: Scalars['Int']['output'];
  MenuItem: MenuItemModel;
  Boolean: Scalars['Boolean']['output'];
  MenuItemConnection: Omit<MenuItemConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['MenuItemEdge']>, nodes: ReadonlyArray<ResolversParentTypes['MenuItem']> };
  MenuItemEdge: Omit<MenuItemEdge, 'node'> & { node: ResolversParentTypes['MenuItem'] };
  MenuItemUserError: MenuItemUserError;
  Mutation: Record<PropertyKey, never>;
  Order: OrderView;
  OrderCancellation: OrderCancellation;
  OrderConnection: Omit<OrderConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['OrderEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Order']> };
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderLine: OrderLineModel;
  OrderLineInput: OrderLineInput;
  OrderProgress: Omit<OrderProgress, 'courier'> & { courier?: Maybe<ResolversParentTypes['Member']> };
  PageInfo: PageInfo;
  PlaceOrderInput: PlaceOrderInput;
  PlaceOrderPayload: Omit<PlaceOrderPayload, 'order'> & { order?: Maybe<ResolversParentTypes['Order']> };
  PlaceOrderUserError: PlaceOrderUserError;
  Query: Record<PropertyKey, never>;
  RegisterMenuItemInput: RegisterMenuItemInput;
  RegisterMenuItemPayload: Omit<RegisterMenuItemPayload, 'menuItem'> & { menuItem?: Maybe<ResolversParentTypes['MenuItem']> };
  SetMenuItemSoldOutInput: SetMenuItemSoldOutInput;
  SetMenuItemSoldOutPayload: Omit<SetMenuItemSoldOutPayload, 'menuItem'> & { menuItem?: Maybe<ResolversParentTypes['MenuItem']> };
  Subscription: Record<PropertyKey, never>;
  Won: Scalars['Won']['output'];
  link__Import: Scalars['link__Import']['output'];
  String: Scalars['String']['output'];
};

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<ReadonlyArray<Maybe<Scalars['link__Import']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = GraphContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CancelOrderPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CancelOrderPayload'] = ResolversParentTypes['CancelOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CancelOrderUserError']>, ParentType, ContextType>;
};

export type CancelOrderUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CancelOrderUserError'] = ResolversParentTypes['CancelOrderUserError']> = {
  code?: Resolver<ResolversTypes['CancelOrderErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<MemberOrdersArgs, 'first'>>;
};

export type MenuItemResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MenuItem'] = ResolversParentTypes['MenuItem'], FederationReferenceType extends FederationReferenceTypes['MenuItem'] = FederationReferenceTypes['MenuItem']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MenuItem']> | FederationReferenceType, FederationReferenceType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  merchant?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Won'], ParentType, ContextType>;
  restaurant?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  soldOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MenuItemConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MenuItemConnection'] = ResolversParentTypes['MenuItemConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MenuItemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['MenuItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MenuItemEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MenuItemEdge'] = ResolversParentTypes['MenuItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MenuItem'], ParentType, ContextType>;
};

export type MenuItemUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MenuItemUserError'] = ResolversParentTypes['MenuItemUserError']> = {
  code?: Resolver<ResolversTypes['MenuItemErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelOrder?: Resolver<ResolversTypes['CancelOrderPayload'], ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'input'>>;
  placeOrder?: Resolver<ResolversTypes['PlaceOrderPayload'], ParentType, ContextType, RequireFields<MutationPlaceOrderArgs, 'input'>>;
  registerMenuItem?: Resolver<ResolversTypes['RegisterMenuItemPayload'], ParentType, ContextType, RequireFields<MutationRegisterMenuItemArgs, 'input'>>;
  setMenuItemSoldOut?: Resolver<ResolversTypes['SetMenuItemSoldOutPayload'], ParentType, ContextType, RequireFields<MutationSetMenuItemSoldOutArgs, 'input'>>;
};

export type OrderResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  cancellation?: Resolver<Maybe<ResolversTypes['OrderCancellation']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  deliveryAddress?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['OrderProgress'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Won'], ParentType, ContextType>;
};

export type OrderCancellationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrderCancellation'] = ResolversParentTypes['OrderCancellation']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['OrderCancellationReason'], ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderLineResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine']> = {
  menuItem?: Resolver<Maybe<ResolversTypes['MenuItem']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Won'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderProgressResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['OrderProgress'] = ResolversParentTypes['OrderProgress']> = {
  courier?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  deliveryStatus?: Resolver<Maybe<ResolversTypes['DeliveryStatus']>, ParentType, ContextType>;
  paymentStatus?: Resolver<Maybe<ResolversTypes['PaymentStatus']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PlaceOrderPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PlaceOrderPayload'] = ResolversParentTypes['PlaceOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PlaceOrderUserError']>, ParentType, ContextType>;
};

export type PlaceOrderUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PlaceOrderUserError'] = ResolversParentTypes['PlaceOrderUserError']> = {
  code?: Resolver<ResolversTypes['PlaceOrderErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  menuItem?: Resolver<Maybe<ResolversTypes['MenuItem']>, ParentType, ContextType, RequireFields<QueryMenuItemArgs, 'id'>>;
  menuItems?: Resolver<ResolversTypes['MenuItemConnection'], ParentType, ContextType, RequireFields<QueryMenuItemsArgs, 'first'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
};

export type RegisterMenuItemPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegisterMenuItemPayload'] = ResolversParentTypes['RegisterMenuItemPayload']> = {
  menuItem?: Resolver<Maybe<ResolversTypes['MenuItem']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['MenuItemUserError']>, ParentType, ContextType>;
};

export type SetMenuItemSoldOutPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SetMenuItemSoldOutPayload'] = ResolversParentTypes['SetMenuItemSoldOutPayload']> = {
  menuItem?: Resolver<Maybe<ResolversTypes['MenuItem']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['MenuItemUserError']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  orderChanged?: SubscriptionResolver<Maybe<ResolversTypes['Order']>, "orderChanged", ParentType, ContextType, RequireFields<SubscriptionOrderChangedArgs, 'orderId'>>;
};

export interface WonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Won'], any> {
  name: 'Won';
}

export interface Link__ImportScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['link__Import'], any> {
  name: 'link__Import';
}

export type Resolvers<ContextType = GraphContext> = {
  CancelOrderPayload?: CancelOrderPayloadResolvers<ContextType>;
  CancelOrderUserError?: CancelOrderUserErrorResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Member?: MemberResolvers<ContextType>;
  MenuItem?: MenuItemResolvers<ContextType>;
  MenuItemConnection?: MenuItemConnectionResolvers<ContextType>;
  MenuItemEdge?: MenuItemEdgeResolvers<ContextType>;
  MenuItemUserError?: MenuItemUserErrorResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderCancellation?: OrderCancellationResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderLine?: OrderLineResolvers<ContextType>;
  OrderProgress?: OrderProgressResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlaceOrderPayload?: PlaceOrderPayloadResolvers<ContextType>;
  PlaceOrderUserError?: PlaceOrderUserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RegisterMenuItemPayload?: RegisterMenuItemPayloadResolvers<ContextType>;
  SetMenuItemSoldOutPayload?: SetMenuItemSoldOutPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Won?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
};
