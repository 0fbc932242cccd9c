import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { NotificationView } from '../domain/notification.ts';
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

export type MarkNotificationsReadErrorCode =
  /** More than 100 ids. */
  | 'TOO_MANY_IDS';

export type MarkNotificationsReadInput = {
  /** Every one that there is by now, whatever `ids` says. */
  readonly all?: Scalars['Boolean']['input'];
  /** At most 100. Those that are read already stay as they are. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

export type MarkNotificationsReadPayload = {
  /** How many are unread now; null when nothing was done. */
  readonly unreadCount?: Maybe<Scalars['Int']['output']>;
  readonly userErrors: ReadonlyArray<MarkNotificationsReadUserError>;
};

export type MarkNotificationsReadUserError = {
  readonly code: MarkNotificationsReadErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type Member = {
  readonly id: Scalars['ID']['output'];
  /** What I was told, the newest first. Only for the member. */
  readonly notifications?: Maybe<NotificationConnection>;
  /** How many of them are unread. Only for the member. */
  readonly unreadNotificationCount?: Maybe<Scalars['Int']['output']>;
};


export type MemberNotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  unreadOnly?: Scalars['Boolean']['input'];
};

export type Mutation = {
  /** I have seen these notifications of mine, or all of them. Ids that are not mine are passed over. */
  readonly markNotificationsRead: MarkNotificationsReadPayload;
};


export type MutationMarkNotificationsReadArgs = {
  input: MarkNotificationsReadInput;
};

/** Something happened that concerns a member. Only that member sees it. */
export type Notification = {
  readonly createdAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  readonly kind: NotificationKind;
  /** Who followed me, liked my plan or shared one; null when that is nobody, or somebody who has left Moa. */
  readonly member?: Maybe<Member>;
  /** What it is about; null when that is no order, or none that I may see. */
  readonly order?: Maybe<Order>;
  /** What it is about; null when that is no travel plan, or none that I may see (any more). */
  readonly plan?: Maybe<Plan>;
  /** Null while it is unread. */
  readonly readAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is about; null when that is no taxi booking, or none that I may see. */
  readonly taxiBooking?: Maybe<TaxiBooking>;
  /** What happened, in the member's present language. */
  readonly text: Scalars['String']['output'];
  /** A few words, in the member's present language. */
  readonly title: Scalars['String']['output'];
};

export type NotificationConnection = {
  readonly edges: ReadonlyArray<NotificationEdge>;
  readonly nodes: ReadonlyArray<Notification>;
  readonly pageInfo: PageInfo;
};

export type NotificationEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Notification;
};

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

export type Order = {
  readonly id: Scalars['ID']['output'];
};

export type PageInfo = {
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
};

export type Plan = {
  readonly id: Scalars['ID']['output'];
};

export type Subscription = {
  /**
   * Each new notification of mine (알림), in order. With `after`, the id of the last one I know, first everything newer than that:
   * nothing is lost or repeated when a connection breaks. Fails with BAD_USER_INPUT when `after` is none of mine.
   */
  readonly notificationAdded?: Maybe<Notification>;
};


export type SubscriptionNotificationAddedArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
};

export type TaxiBooking = {
  readonly id: Scalars['ID']['output'];
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
  Notification: Notification;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
  Notification:
    ( { __typename: 'Notification' }
    & GraphQLRecursivePick<FederationTypes['Notification'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  MarkNotificationsReadErrorCode: MarkNotificationsReadErrorCode;
  MarkNotificationsReadInput: MarkNotificationsReadInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  MarkNotificationsReadPayload: ResolverTypeWrapper<MarkNotificationsReadPayload>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  MarkNotificationsReadUserError: ResolverTypeWrapper<MarkNotificationsReadUserError>;
  Member: ResolverTypeWrapper<MemberReference>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Notification: ResolverTypeWrapper<NotificationView>;
  NotificationConnection: ResolverTypeWrapper<Omit<NotificationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['NotificationEdge']>, nodes: ReadonlyArray<ResolversTypes['Notification']> }>;
  NotificationEdge: ResolverTypeWrapper<Omit<NotificationEdge, 'node'> & { node: ResolversTypes['Notification'] }>;
  NotificationKind: NotificationKind;
  Order: ResolverTypeWrapper<Order>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Plan: ResolverTypeWrapper<Plan>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TaxiBooking: ResolverTypeWrapper<TaxiBooking>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  MarkNotificationsReadInput: MarkNotificationsReadInput;
  Boolean: Scalars['Boolean']['output'];
  ID: Scalars['ID']['output'];
  MarkNotificationsReadPayload: MarkNotificationsReadPayload;
  Int: Scalars['Int']['output'];
  MarkNotificationsReadUserError: MarkNotificationsReadUserError;
  Member: MemberReference;
  Mutation: Record<PropertyKey, never>;
  Notification: NotificationView;
  NotificationConnection: Omit<NotificationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['NotificationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Notification']> };
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node: ResolversParentTypes['Notification'] };
  Order: Order;
  PageInfo: PageInfo;
  Plan: Plan;
  Subscription: Record<PropertyKey, never>;
  TaxiBooking: TaxiBooking;
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

export type ResumeDirectiveArgs = {
  argument: Scalars['String']['input'];
  from: Scalars['String']['input'];
};

export type ResumeDirectiveResolver<Result, Parent, ContextType = GraphContext, Args = ResumeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type MarkNotificationsReadPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MarkNotificationsReadPayload'] = ResolversParentTypes['MarkNotificationsReadPayload']> = {
  unreadCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['MarkNotificationsReadUserError']>, ParentType, ContextType>;
};

export type MarkNotificationsReadUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['MarkNotificationsReadUserError'] = ResolversParentTypes['MarkNotificationsReadUserError']> = {
  code?: Resolver<ResolversTypes['MarkNotificationsReadErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  notifications?: Resolver<Maybe<ResolversTypes['NotificationConnection']>, ParentType, ContextType, RequireFields<MemberNotificationsArgs, 'first' | 'unreadOnly'>>;
  unreadNotificationCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  markNotificationsRead?: Resolver<ResolversTypes['MarkNotificationsReadPayload'], ParentType, ContextType, RequireFields<MutationMarkNotificationsReadArgs, 'input'>>;
};

export type NotificationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification'], FederationReferenceType extends FederationReferenceTypes['Notification'] = FederationReferenceTypes['Notification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Notification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NotificationKind'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  taxiBooking?: Resolver<Maybe<ResolversTypes['TaxiBooking']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Notification']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
};

export type OrderResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PlanResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Plan'] = ResolversParentTypes['Plan']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  notificationAdded?: SubscriptionResolver<Maybe<ResolversTypes['Notification']>, "notificationAdded", ParentType, ContextType, Partial<SubscriptionNotificationAddedArgs>>;
};

export type TaxiBookingResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaxiBooking'] = ResolversParentTypes['TaxiBooking']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface Link__ImportScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['link__Import'], any> {
  name: 'link__Import';
}

export type Resolvers<ContextType = GraphContext> = {
  DateTime?: GraphQLScalarType;
  MarkNotificationsReadPayload?: MarkNotificationsReadPayloadResolvers<ContextType>;
  MarkNotificationsReadUserError?: MarkNotificationsReadUserErrorResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Plan?: PlanResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TaxiBooking?: TaxiBookingResolvers<ContextType>;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
  resume?: ResumeDirectiveResolver<any, any, ContextType>;
};
