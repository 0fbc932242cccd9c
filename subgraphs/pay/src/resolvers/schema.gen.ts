import type { Won } from '@moa/money';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Payment as PaymentModel } from '../domain/payment.ts';
import type { PaymentMethod as PaymentMethodModel } from '../domain/payment-method.ts';
import type { OrderReference } from './order.ts';
import type { TaxiBookingReference } from './taxi-booking.ts';
import type { MemberReference } from './member.ts';
import type { TokenAccountReference } from './token-account.ts';
import type { TokenEntry as TokenEntryModel } from '../domain/token-ledger.ts';
import type { TokenPurchase as TokenPurchaseModel } from '../domain/token-purchase.ts';
import type { RecommendationReference } from './recommendation.ts';
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
  readonly idempotencyKey: Scalars['String']['input'];
  /** One of mine. */
  readonly paymentMethodId: Scalars['ID']['input'];
  /** 1 to 100. */
  readonly quantity: Scalars['Int']['input'];
};

export type BuyTokensPayload = {
  /** PENDING when the payment is not settled in time. Its tokens come later; a repeat with the same key tells how it stands. */
  readonly purchase?: Maybe<TokenPurchase>;
  /** Null unless there is a purchase. */
  readonly tokenAccount?: Maybe<TokenAccount>;
  readonly userErrors: ReadonlyArray<BuyTokensUserError>;
};

export type BuyTokensUserError = {
  readonly code: BuyTokensErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type Member = {
  readonly id: Scalars['ID']['output'];
  /** What I can pay with, the oldest first. At most 20, so not in pages. Only for the member. */
  readonly paymentMethods?: Maybe<ReadonlyArray<PaymentMethod>>;
  /** My payments, the newest first. Only for the member. */
  readonly payments?: Maybe<PaymentConnection>;
  /** My tokens. Only for the member. */
  readonly tokenAccount?: Maybe<TokenAccount>;
};


export type MemberPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

export type Mutation = {
  /** Buys tokens for recommendations, at 500 won each (토큰 구매). The same key gets the same purchase, whatever is repeated. */
  readonly buyTokens: BuyTokensPayload;
  /** Asked by taxi when a ride has ended: charges the fare once, whatever is repeated, and tries a refused one anew. */
  readonly payRide: PayRidePayload;
  /** Asked by plan before it makes a recommendation: sets its token aside, once, whatever is repeated. */
  readonly reserveToken: ReserveTokenPayload;
  /** Saves a card or the like, so that orders, rides and tokens can be paid with it (결제 수단 등록). Saving the same one again changes nothing. */
  readonly savePaymentMethod: SavePaymentMethodPayload;
};


export type MutationBuyTokensArgs = {
  input: BuyTokensInput;
};


export type MutationPayRideArgs = {
  input: PayRideInput;
};


export type MutationReserveTokenArgs = {
  input: ReserveTokenInput;
};


export type MutationSavePaymentMethodArgs = {
  input: SavePaymentMethodInput;
};

export type Order = {
  readonly id: Scalars['ID']['output'];
  /** Null until the order has come to be paid, and for everybody but the payer. */
  readonly payment?: Maybe<Payment>;
};

export type PageInfo = {
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
};

export type PayRideInput = {
  /** The fare. A payment that is there already keeps its own. */
  readonly amount: Scalars['Won']['input'];
  readonly customerId: Scalars['ID']['input'];
  /** One of the customer's; the one that they saved first when left out. */
  readonly paymentMethodId?: InputMaybe<Scalars['ID']['input']>;
  /** The id of the ride's booking. */
  readonly rideId: Scalars['ID']['input'];
};

export type PayRidePayload = {
  readonly paymentId: Scalars['ID']['output'];
  /** Null unless it is REFUSED. Then the ride may be paid for anew. */
  readonly refusal?: Maybe<PaymentRefusal>;
  /** PENDING: not known in time; `RidePaid` or `RidePaymentRefused` will tell. */
  readonly status: PaymentStatus;
};

/** What is paid for one order, one ride, or one purchase of tokens. The payer and administrators see it. */
export type Payment = {
  readonly amount: Scalars['Won']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  /** What it pays for; null when that is no order. */
  readonly order?: Maybe<Order>;
  /** What it pays for; null when those are no tokens. */
  readonly purchase?: Maybe<TokenPurchase>;
  /** When all of the money went back; null unless it is REFUNDED. */
  readonly refundedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why no money was taken; null unless it is REFUSED. */
  readonly refusal?: Maybe<PaymentRefusal>;
  /** What it pays for; null when that is no ride. */
  readonly ride?: Maybe<TaxiBooking>;
  readonly status: PaymentStatus;
};

export type PaymentConnection = {
  readonly edges: ReadonlyArray<PaymentEdge>;
  readonly nodes: ReadonlyArray<Payment>;
  readonly pageInfo: PageInfo;
};

export type PaymentEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Payment;
};

/** Something that a member can pay with. What the provider knows it by is never shown. */
export type PaymentMethod = {
  readonly createdAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  /** A name to tell one's payment methods apart by, such as 카드 ••••7F3A. */
  readonly label: Scalars['String']['output'];
};

export type PaymentRefusal = {
  /** A stable code, the provider's or our own. */
  readonly code: Scalars['String']['output'];
  /** In words, for people. */
  readonly message: Scalars['String']['output'];
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

export type Query = {
  /** One of my payments; null when there is none of that id that I may see. */
  readonly payment?: Maybe<Payment>;
};


export type QueryPaymentArgs = {
  id: Scalars['ID']['input'];
};

export type Recommendation = {
  readonly id: Scalars['ID']['output'];
};

export type ReserveTokenInput = {
  /** Whose token. */
  readonly memberId: Scalars['ID']['input'];
  readonly recommendationId: Scalars['ID']['input'];
};

export type ReserveTokenPayload = {
  readonly status: TokenReservationStatus;
};

export type SavePaymentMethodErrorCode =
  | 'PROVIDER_TOKEN_INVALID'
  /** A member has at most 20. */
  | 'TOO_MANY_PAYMENT_METHODS';

export type SavePaymentMethodInput = {
  /** What the payment provider gave the client for the card: 1 to 200 letters, digits and - _ . = @ : */
  readonly providerToken: Scalars['String']['input'];
};

export type SavePaymentMethodPayload = {
  readonly paymentMethod?: Maybe<PaymentMethod>;
  readonly userErrors: ReadonlyArray<SavePaymentMethodUserError>;
};

export type SavePaymentMethodUserError = {
  readonly code: SavePaymentMethodErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type TaxiBooking = {
  readonly id: Scalars['ID']['output'];
};

/** What a member has to get recommendations for. Each costs one token. */
export type TokenAccount = {
  /** How many tokens can be used: the sum of all entries. */
  readonly balance: Scalars['Int']['output'];
  /** What happened to them, the newest first. */
  readonly entries: TokenEntryConnection;
};


/** What a member has to get recommendations for. Each costs one token. */
export type TokenAccountEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

export type TokenEntry = {
  /** How many tokens came (+), or went (−). */
  readonly amount: Scalars['Int']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  readonly kind: TokenEntryKind;
  /** What it was bought with; null for other kinds. */
  readonly purchase?: Maybe<TokenPurchase>;
  /** What it was set aside for, or comes back from; null for other kinds. */
  readonly recommendation?: Maybe<Recommendation>;
};

export type TokenEntryConnection = {
  readonly edges: ReadonlyArray<TokenEntryEdge>;
  readonly nodes: ReadonlyArray<TokenEntry>;
  readonly pageInfo: PageInfo;
};

export type TokenEntryEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: TokenEntry;
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

/** Tokens that a member buys. */
export type TokenPurchase = {
  readonly amount: Scalars['Won']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  /** Says why, when it was refused. */
  readonly payment: Payment;
  readonly quantity: Scalars['Int']['output'];
  readonly status: TokenPurchaseStatus;
};

export type TokenPurchaseStatus =
  /** 구매 완료 */
  | 'COMPLETED'
  /** 결제 대기. The tokens come when the payment is captured. */
  | 'PENDING'
  /** 결제 거절. Nothing was taken, and nothing comes. */
  | 'REFUSED';

export type TokenReservationStatus =
  /** It has none, and will get none. */
  | 'REFUSED'
  /** The recommendation has its token. */
  | 'RESERVED';

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
  Order: Order;
  Payment: Payment;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  Payment:
    ( { __typename: 'Payment' }
    & GraphQLRecursivePick<FederationTypes['Payment'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  BuyTokensErrorCode: BuyTokensErrorCode;
  BuyTokensInput: BuyTokensInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  BuyTokensPayload: ResolverTypeWrapper<Omit<BuyTokensPayload, 'purchase' | 'tokenAccount'> & { purchase?: Maybe<ResolversTypes['TokenPurchase']>, tokenAccount?: Maybe<ResolversTypes['TokenAccount']> }>;
  BuyTokensUserError: ResolverTypeWrapper<BuyTokensUserError>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Member: ResolverTypeWrapper<MemberReference>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Order: ResolverTypeWrapper<OrderReference>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PayRideInput: PayRideInput;
  PayRidePayload: ResolverTypeWrapper<PayRidePayload>;
  Payment: ResolverTypeWrapper<PaymentModel>;
  PaymentConnection: ResolverTypeWrapper<Omit<PaymentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['PaymentEdge']>, nodes: ReadonlyArray<ResolversTypes['Payment']> }>;
  PaymentEdge: ResolverTypeWrapper<Omit<PaymentEdge, 'node'> & { node: ResolversTypes['Payment'] }>;
  PaymentMethod: ResolverTypeWrapper<PaymentMethodModel>;
  PaymentRefusal: ResolverTypeWrapper<PaymentRefusal>;
  PaymentStatus: PaymentStatus;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Recommendation: ResolverTypeWrapper<RecommendationReference>;
  ReserveTokenInput: ReserveTokenInput;
  ReserveTokenPayload: ResolverTypeWrapper<ReserveTokenPayload>;
  SavePaymentMethodErrorCode: SavePaymentMethodErrorCode;
  SavePaymentMethodInput: SavePaymentMethodInput;
  SavePaymentMethodPayload: ResolverTypeWrapper<Omit<SavePaymentMethodPayload, 'paymentMethod'> & { paymentMethod?: Maybe<ResolversTypes['PaymentMethod']> }>;
  SavePaymentMethodUserError: ResolverTypeWrapper<SavePaymentMethodUserError>;
  TaxiBooking: ResolverTypeWrapper<TaxiBookingReference>;
  TokenAccount: ResolverTypeWrapper<TokenAccountReference>;
  TokenEntry: ResolverTypeWrapper<TokenEntryModel>;
  TokenEntryConnection: ResolverTypeWrapper<Omit<TokenEntryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['TokenEntryEdge']>, nodes: ReadonlyArray<ResolversTypes['TokenEntry']> }>;
  TokenEntryEdge: ResolverTypeWrapper<Omit<TokenEntryEdge, 'node'> & { node: ResolversTypes['TokenEntry'] }>;
  TokenEntryKind: TokenEntryKind;
  TokenPurchase: ResolverTypeWrapper<TokenPurchaseModel>;
  TokenPurchaseStatus: TokenPurchaseStatus;
  TokenReservationStatus: TokenReservationStatus;
  Won: ResolverTypeWrapper<Scalars['Won']['output']>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  BuyTokensInput: BuyTokensInput;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  BuyTokensPayload: Omit<BuyTokensPayload, 'purchase' | 'tokenAccount'> & { purchase?: Maybe<ResolversParentTypes['TokenPurchase']>, tokenAccount?: Maybe<ResolversParentTypes['TokenAccount']> };
  BuyTokensUserError: BuyTokensUserError;
  DateTime: Scalars['DateTime']['output'];
  Member: MemberReference;
  Mutation: Record<PropertyKey, never>;
  Order: OrderReference;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  PayRideInput: PayRideInput;
  PayRidePayload: PayRidePayload;
  Payment: PaymentModel;
  PaymentConnection: Omit<PaymentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['PaymentEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Payment']> };
  PaymentEdge: Omit<PaymentEdge, 'node'> & { node: ResolversParentTypes['Payment'] };
  PaymentMethod: PaymentMethodModel;
  PaymentRefusal: PaymentRefusal;
  Query: Record<PropertyKey, never>;
  Recommendation: RecommendationReference;
  ReserveTokenInput: ReserveTokenInput;
  ReserveTokenPayload: ReserveTokenPayload;
  SavePaymentMethodInput: SavePaymentMethodInput;
  SavePaymentMethodPayload: Omit<SavePaymentMethodPayload, 'paymentMethod'> & { paymentMethod?: Maybe<ResolversParentTypes['PaymentMethod']> };
  SavePaymentMethodUserError: SavePaymentMethodUserError;
  TaxiBooking: TaxiBookingReference;
  TokenAccount: TokenAccountReference;
  TokenEntry: TokenEntryModel;
  TokenEntryConnection: Omit<TokenEntryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['TokenEntryEdge']>, nodes: ReadonlyArray<ResolversParentTypes['TokenEntry']> };
  TokenEntryEdge: Omit<TokenEntryEdge, 'node'> & { node: ResolversParentTypes['TokenEntry'] };
  TokenPurchase: TokenPurchaseModel;
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

export type BuyTokensPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BuyTokensPayload'] = ResolversParentTypes['BuyTokensPayload']> = {
  purchase?: Resolver<Maybe<ResolversTypes['TokenPurchase']>, ParentType, ContextType>;
  tokenAccount?: Resolver<Maybe<ResolversTypes['TokenAccount']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['BuyTokensUserError']>, ParentType, ContextType>;
};

export type BuyTokensUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['BuyTokensUserError'] = ResolversParentTypes['BuyTokensUserError']> = {
  code?: Resolver<ResolversTypes['BuyTokensErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  paymentMethods?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PaymentMethod']>>, ParentType, ContextType>;
  payments?: Resolver<Maybe<ResolversTypes['PaymentConnection']>, ParentType, ContextType, RequireFields<MemberPaymentsArgs, 'first'>>;
  tokenAccount?: Resolver<Maybe<ResolversTypes['TokenAccount']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  buyTokens?: Resolver<ResolversTypes['BuyTokensPayload'], ParentType, ContextType, RequireFields<MutationBuyTokensArgs, 'input'>>;
  payRide?: Resolver<ResolversTypes['PayRidePayload'], ParentType, ContextType, RequireFields<MutationPayRideArgs, 'input'>>;
  reserveToken?: Resolver<ResolversTypes['ReserveTokenPayload'], ParentType, ContextType, RequireFields<MutationReserveTokenArgs, 'input'>>;
  savePaymentMethod?: Resolver<ResolversTypes['SavePaymentMethodPayload'], ParentType, ContextType, RequireFields<MutationSavePaymentMethodArgs, 'input'>>;
};

export type OrderResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PayRidePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PayRidePayload'] = ResolversParentTypes['PayRidePayload']> = {
  paymentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['PaymentRefusal']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment'], FederationReferenceType extends FederationReferenceTypes['Payment'] = FederationReferenceTypes['Payment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Payment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Won'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  purchase?: Resolver<Maybe<ResolversTypes['TokenPurchase']>, ParentType, ContextType>;
  refundedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['PaymentRefusal']>, ParentType, ContextType>;
  ride?: Resolver<Maybe<ResolversTypes['TaxiBooking']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
};

export type PaymentConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PaymentConnection'] = ResolversParentTypes['PaymentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PaymentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Payment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PaymentEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PaymentEdge'] = ResolversParentTypes['PaymentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
};

export type PaymentMethodResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PaymentMethod'] = ResolversParentTypes['PaymentMethod']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PaymentRefusalResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PaymentRefusal'] = ResolversParentTypes['PaymentRefusal']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType, RequireFields<QueryPaymentArgs, 'id'>>;
};

export type RecommendationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Recommendation'] = ResolversParentTypes['Recommendation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ReserveTokenPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReserveTokenPayload'] = ResolversParentTypes['ReserveTokenPayload']> = {
  status?: Resolver<ResolversTypes['TokenReservationStatus'], ParentType, ContextType>;
};

export type SavePaymentMethodPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SavePaymentMethodPayload'] = ResolversParentTypes['SavePaymentMethodPayload']> = {
  paymentMethod?: Resolver<Maybe<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['SavePaymentMethodUserError']>, ParentType, ContextType>;
};

export type SavePaymentMethodUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SavePaymentMethodUserError'] = ResolversParentTypes['SavePaymentMethodUserError']> = {
  code?: Resolver<ResolversTypes['SavePaymentMethodErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TaxiBookingResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaxiBooking'] = ResolversParentTypes['TaxiBooking']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TokenAccountResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TokenAccount'] = ResolversParentTypes['TokenAccount']> = {
  balance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['TokenEntryConnection'], ParentType, ContextType, RequireFields<TokenAccountEntriesArgs, 'first'>>;
};

export type TokenEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TokenEntry'] = ResolversParentTypes['TokenEntry']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TokenEntryKind'], ParentType, ContextType>;
  purchase?: Resolver<Maybe<ResolversTypes['TokenPurchase']>, ParentType, ContextType>;
  recommendation?: Resolver<Maybe<ResolversTypes['Recommendation']>, ParentType, ContextType>;
};

export type TokenEntryConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TokenEntryConnection'] = ResolversParentTypes['TokenEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TokenEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['TokenEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TokenEntryEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TokenEntryEdge'] = ResolversParentTypes['TokenEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TokenEntry'], ParentType, ContextType>;
};

export type TokenPurchaseResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TokenPurchase'] = ResolversParentTypes['TokenPurchase']> = {
  amount?: Resolver<ResolversTypes['Won'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payment?: Resolver<ResolversTypes['Payment'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TokenPurchaseStatus'], ParentType, ContextType>;
};

export interface WonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Won'], any> {
  name: 'Won';
}

export interface Link__ImportScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['link__Import'], any> {
  name: 'link__Import';
}

export type Resolvers<ContextType = GraphContext> = {
  BuyTokensPayload?: BuyTokensPayloadResolvers<ContextType>;
  BuyTokensUserError?: BuyTokensUserErrorResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Member?: MemberResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PayRidePayload?: PayRidePayloadResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  PaymentConnection?: PaymentConnectionResolvers<ContextType>;
  PaymentEdge?: PaymentEdgeResolvers<ContextType>;
  PaymentMethod?: PaymentMethodResolvers<ContextType>;
  PaymentRefusal?: PaymentRefusalResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Recommendation?: RecommendationResolvers<ContextType>;
  ReserveTokenPayload?: ReserveTokenPayloadResolvers<ContextType>;
  SavePaymentMethodPayload?: SavePaymentMethodPayloadResolvers<ContextType>;
  SavePaymentMethodUserError?: SavePaymentMethodUserErrorResolvers<ContextType>;
  TaxiBooking?: TaxiBookingResolvers<ContextType>;
  TokenAccount?: TokenAccountResolvers<ContextType>;
  TokenEntry?: TokenEntryResolvers<ContextType>;
  TokenEntryConnection?: TokenEntryConnectionResolvers<ContextType>;
  TokenEntryEdge?: TokenEntryEdgeResolvers<ContextType>;
  TokenPurchase?: TokenPurchaseResolvers<ContextType>;
  Won?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
};
