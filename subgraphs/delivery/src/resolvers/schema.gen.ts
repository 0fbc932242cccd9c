import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DeliveryView } from '../domain/delivery-view.ts';
import type { OrderReference } from './order.ts';
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
  link__Import: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

export type AcceptDeliveryErrorCode =
  /** Another courier was faster. */
  | 'DELIVERY_ALREADY_ACCEPTED'
  | 'DELIVERY_ALREADY_CANCELLED'
  | 'DELIVERY_NOT_FOUND'
  | 'NOT_A_COURIER';

export type AcceptDeliveryInput = {
  readonly deliveryId: Scalars['ID']['input'];
};

export type AcceptDeliveryPayload = {
  readonly delivery?: Maybe<Delivery>;
  readonly userErrors: ReadonlyArray<AcceptDeliveryUserError>;
};

export type AcceptDeliveryUserError = {
  readonly code: AcceptDeliveryErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

/** Says everything about the delivery, so that one which has not started yet can be cancelled too. */
export type CancelDeliveryOfOrderInput = {
  readonly address: Scalars['String']['input'];
  readonly customerId: Scalars['ID']['input'];
  readonly orderId: Scalars['ID']['input'];
};

export type CancelDeliveryOfOrderPayload = {
  /** CANCELLED, or COMPLETED when it came too late. */
  readonly status: DeliveryStatus;
};

export type CompleteDeliveryErrorCode =
  | 'DELIVERY_ALREADY_CANCELLED'
  /** There is none of that id that you may see. */
  | 'DELIVERY_NOT_FOUND'
  /** Only who accepted it completes it. */
  | 'NOT_ITS_COURIER';

export type CompleteDeliveryInput = {
  readonly deliveryId: Scalars['ID']['input'];
};

export type CompleteDeliveryPayload = {
  readonly delivery?: Maybe<Delivery>;
  readonly userErrors: ReadonlyArray<CompleteDeliveryUserError>;
};

export type CompleteDeliveryUserError = {
  readonly code: CompleteDeliveryErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

/** Somebody's food on its way. Customer, its courier and administrators see it; couriers also while it waits for one. */
export type Delivery = {
  readonly acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where the food goes. */
  readonly address: Scalars['String']['output'];
  readonly cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  readonly completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who brings it; null while it waits for a courier. */
  readonly courier?: Maybe<Member>;
  readonly id: Scalars['ID']['output'];
  readonly order?: Maybe<Order>;
  /** Null when it was cancelled before it could start. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly status: DeliveryStatus;
};

export type DeliveryConnection = {
  readonly edges: ReadonlyArray<DeliveryEdge>;
  readonly nodes: ReadonlyArray<Delivery>;
  readonly pageInfo: PageInfo;
};

export type DeliveryEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Delivery;
};

export type DeliveryStatus =
  /** 배달취소 */
  | 'CANCELLED'
  /** 배달완료 */
  | 'COMPLETED'
  /** 배달시작 */
  | 'STARTED';

export type Member = {
  /** What I took on as a courier, the newest first. Only for the member. */
  readonly deliveries?: Maybe<DeliveryConnection>;
  readonly id: Scalars['ID']['output'];
};


export type MemberDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  status?: InputMaybe<DeliveryStatus>;
};

export type Mutation = {
  /** A courier takes a delivery on. The first one gets it. */
  readonly acceptDelivery: AcceptDeliveryPayload;
  /** Asked by order when the customer cancels: afterwards the delivery will never start or go on, unless it is COMPLETED. */
  readonly cancelDeliveryOfOrder: CancelDeliveryOfOrderPayload;
  /** Its courier handed the food over (배달완료). */
  readonly completeDelivery: CompleteDeliveryPayload;
};


export type MutationAcceptDeliveryArgs = {
  input: AcceptDeliveryInput;
};


export type MutationCancelDeliveryOfOrderArgs = {
  input: CancelDeliveryOfOrderInput;
};


export type MutationCompleteDeliveryArgs = {
  input: CompleteDeliveryInput;
};

export type Order = {
  /** Null until the order is paid, and for who may not see it. */
  readonly delivery?: Maybe<Delivery>;
  readonly id: Scalars['ID']['output'];
};

export type PageInfo = {
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
};

export type Query = {
  /** One delivery; null when there is none of that id that I may see. */
  readonly delivery?: Maybe<Delivery>;
  /** Deliveries that wait for a courier, the oldest first. Only for couriers and administrators. */
  readonly openDeliveries: DeliveryConnection;
};


export type QueryDeliveryArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOpenDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

export type Subscription = {
  /**
   * The order's delivery as it is now, then each change to it. Before it starts, and for who may not see it, nothing comes;
   * it ends for who may no longer see it.
   */
  readonly deliveryChanged?: Maybe<Delivery>;
};


export type SubscriptionDeliveryChangedArgs = {
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
  Delivery: Delivery;
  Member: Member;
  Order: Order;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Delivery:
    ( { __typename: 'Delivery' }
    & GraphQLRecursivePick<FederationTypes['Delivery'], {"id":true}> );
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptDeliveryErrorCode: AcceptDeliveryErrorCode;
  AcceptDeliveryInput: AcceptDeliveryInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AcceptDeliveryPayload: ResolverTypeWrapper<Omit<AcceptDeliveryPayload, 'delivery'> & { delivery?: Maybe<ResolversTypes['Delivery']> }>;
  AcceptDeliveryUserError: ResolverTypeWrapper<AcceptDeliveryUserError>;
  CancelDeliveryOfOrderInput: CancelDeliveryOfOrderInput;
  CancelDeliveryOfOrderPayload: ResolverTypeWrapper<CancelDeliveryOfOrderPayload>;
  CompleteDeliveryErrorCode: CompleteDeliveryErrorCode;
  CompleteDeliveryInput: CompleteDeliveryInput;
  CompleteDeliveryPayload: ResolverTypeWrapper<Omit<CompleteDeliveryPayload, 'delivery'> & { delivery?: Maybe<ResolversTypes['Delivery']> }>;
  CompleteDeliveryUserError: ResolverTypeWrapper<CompleteDeliveryUserError>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Delivery: ResolverTypeWrapper<DeliveryView>;
  DeliveryConnection: ResolverTypeWrapper<Omit<DeliveryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['DeliveryEdge']>, nodes: ReadonlyArray<ResolversTypes['Delivery']> }>;
  DeliveryEdge: ResolverTypeWrapper<Omit<DeliveryEdge, 'node'> & { node: ResolversTypes['Delivery'] }>;
  DeliveryStatus: DeliveryStatus;
  Member: ResolverTypeWrapper<MemberReference>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Order: ResolverTypeWrapper<OrderReference>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptDeliveryInput: AcceptDeliveryInput;
  ID: Scalars['ID']['output'];
  AcceptDeliveryPayload: Omit<AcceptDeliveryPayload, 'delivery'> & { delivery?: Maybe<ResolversParentTypes['Delivery']> };
  AcceptDeliveryUserError: AcceptDeliveryUserError;
  CancelDeliveryOfOrderInput: CancelDeliveryOfOrderInput;
  CancelDeliveryOfOrderPayload: CancelDeliveryOfOrderPayload;
  CompleteDeliveryInput: CompleteDeliveryInput;
  CompleteDeliveryPayload: Omit<CompleteDeliveryPayload, 'delivery'> & { delivery?: Maybe<ResolversParentTypes['Delivery']> };
  CompleteDeliveryUserError: CompleteDeliveryUserError;
  DateTime: Scalars['DateTime']['output'];
  Delivery: DeliveryView;
  DeliveryConnection: Omit<DeliveryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['DeliveryEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Delivery']> };
  DeliveryEdge: Omit<DeliveryEdge, 'node'> & { node: ResolversParentTypes['Delivery'] };
  Member: MemberReference;
  Int: Scalars['Int']['output'];
  Mutation: Record<PropertyKey, never>;
  Order: OrderReference;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
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

export type AcceptDeliveryPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AcceptDeliveryPayload'] = ResolversParentTypes['AcceptDeliveryPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AcceptDeliveryUserError']>, ParentType, ContextType>;
};

export type AcceptDeliveryUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AcceptDeliveryUserError'] = ResolversParentTypes['AcceptDeliveryUserError']> = {
  code?: Resolver<ResolversTypes['AcceptDeliveryErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CancelDeliveryOfOrderPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CancelDeliveryOfOrderPayload'] = ResolversParentTypes['CancelDeliveryOfOrderPayload']> = {
  status?: Resolver<ResolversTypes['DeliveryStatus'], ParentType, ContextType>;
};

export type CompleteDeliveryPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CompleteDeliveryPayload'] = ResolversParentTypes['CompleteDeliveryPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CompleteDeliveryUserError']>, ParentType, ContextType>;
};

export type CompleteDeliveryUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CompleteDeliveryUserError'] = ResolversParentTypes['CompleteDeliveryUserError']> = {
  code?: Resolver<ResolversTypes['CompleteDeliveryErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeliveryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery'], FederationReferenceType extends FederationReferenceTypes['Delivery'] = FederationReferenceTypes['Delivery']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Delivery']> | FederationReferenceType, FederationReferenceType, ContextType>;
  acceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cancelledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  courier?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeliveryStatus'], ParentType, ContextType>;
};

export type DeliveryConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeliveryConnection'] = ResolversParentTypes['DeliveryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Delivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeliveryEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeliveryEdge'] = ResolversParentTypes['DeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  deliveries?: Resolver<Maybe<ResolversTypes['DeliveryConnection']>, ParentType, ContextType, RequireFields<MemberDeliveriesArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptDelivery?: Resolver<ResolversTypes['AcceptDeliveryPayload'], ParentType, ContextType, RequireFields<MutationAcceptDeliveryArgs, 'input'>>;
  cancelDeliveryOfOrder?: Resolver<ResolversTypes['CancelDeliveryOfOrderPayload'], ParentType, ContextType, RequireFields<MutationCancelDeliveryOfOrderArgs, 'input'>>;
  completeDelivery?: Resolver<ResolversTypes['CompleteDeliveryPayload'], ParentType, ContextType, RequireFields<MutationCompleteDeliveryArgs, 'input'>>;
};

export type OrderResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType, RequireFields<QueryDeliveryArgs, 'id'>>;
  openDeliveries?: Resolver<ResolversTypes['DeliveryConnection'], ParentType, ContextType, RequireFields<QueryOpenDeliveriesArgs, 'first'>>;
};

export type SubscriptionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  deliveryChanged?: SubscriptionResolver<Maybe<ResolversTypes['Delivery']>, "deliveryChanged", ParentType, ContextType, RequireFields<SubscriptionDeliveryChangedArgs, 'orderId'>>;
};

export interface Link__ImportScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['link__Import'], any> {
  name: 'link__Import';
}

export type Resolvers<ContextType = GraphContext> = {
  AcceptDeliveryPayload?: AcceptDeliveryPayloadResolvers<ContextType>;
  AcceptDeliveryUserError?: AcceptDeliveryUserErrorResolvers<ContextType>;
  CancelDeliveryOfOrderPayload?: CancelDeliveryOfOrderPayloadResolvers<ContextType>;
  CompleteDeliveryPayload?: CompleteDeliveryPayloadResolvers<ContextType>;
  CompleteDeliveryUserError?: CompleteDeliveryUserErrorResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Delivery?: DeliveryResolvers<ContextType>;
  DeliveryConnection?: DeliveryConnectionResolvers<ContextType>;
  DeliveryEdge?: DeliveryEdgeResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
};
