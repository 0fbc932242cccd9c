import type { Won } from '@moa/money';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Plan as PlanModel } from '../domain/plan.ts';
import type { DatedDay } from './itinerary.ts';
import type { RecommendationView } from '../domain/recommendation-view.ts';
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
  /** A day of the calendar, as text such as 2026-01-31. */
  Date: { input: string; output: string; }
  /** A moment, as RFC 3339 text in UTC. */
  DateTime: { input: Date; output: Date | string; }
  /** An amount of money in whole South Korean won. */
  Won: { input: Won; output: Won; }
  link__Import: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

export type CreatePlanInput = {
  /** For the whole group and trip; up to 1,000,000,000. */
  readonly budget?: InputMaybe<Scalars['Won']['input']>;
  /** Up to 2,000 characters. */
  readonly details?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100. */
  readonly groupSize: Scalars['Int']['input'];
  /** 1 to 100 characters. */
  readonly location: Scalars['String']['input'];
  /** Not before `travelDate`, and at most 14 days with it. One day when left out. */
  readonly returnDate?: InputMaybe<Scalars['Date']['input']>;
  /** Up to 100 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** Today in Seoul to two years from now. */
  readonly travelDate?: InputMaybe<Scalars['Date']['input']>;
};

export type CreatePlanPayload = {
  readonly plan?: Maybe<Plan>;
  readonly userErrors: ReadonlyArray<PlanUserError>;
};

export type DeletePlanInput = {
  readonly planId: Scalars['ID']['input'];
};

export type DeletePlanPayload = {
  readonly deletedPlanId?: Maybe<Scalars['ID']['output']>;
  readonly userErrors: ReadonlyArray<PlanUserError>;
};

export type HeartPlanInput = {
  readonly planId: Scalars['ID']['input'];
};

export type HeartPlanPayload = {
  readonly plan?: Maybe<Plan>;
  readonly userErrors: ReadonlyArray<PlanUserError>;
};

export type ItineraryDay = {
  /** Null when the plan has no `travelDate`. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  /** 1 is the first day. */
  readonly day: Scalars['Int']['output'];
  /** In the order of the day. */
  readonly stops: ReadonlyArray<ItineraryStop>;
};

/** A sight to see. Subway knows the station near it by where it is. */
export type ItineraryStop = {
  readonly address: Scalars['String']['output'];
  readonly kind: Scalars['String']['output'];
  /** Degrees, WGS84. */
  readonly latitude: Scalars['Float']['output'];
  readonly longitude: Scalars['Float']['output'];
  readonly name: Scalars['String']['output'];
  readonly note: Scalars['String']['output'];
};

export type Member = {
  /** The plans with my heart that I may see, the last hearted first. Only for the member. */
  readonly heartedPlans?: Maybe<PlanConnection>;
  readonly id: Scalars['ID']['output'];
  /** My plans, private ones too, the newest first; of another member those that they share. */
  readonly plans?: Maybe<PlanConnection>;
  /** What this member shares, the last shared first. For everybody. */
  readonly sharedPlans?: Maybe<PlanConnection>;
};


export type MemberHeartedPlansArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type MemberPlansArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type MemberSharedPlansArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

export type Mutation = {
  /** Writes down a travel plan (여행 계획). Nobody else sees it until it is shared. */
  readonly createPlan: CreatePlanPayload;
  /** Deletes my plan for good, with its hearts. */
  readonly deletePlan: DeletePlanPayload;
  /** Gives a plan my heart (찜). Again it changes nothing. */
  readonly heartPlan: HeartPlanPayload;
  /**
   * Has a plan written for me (추천). It costs one token, and nothing if no plan comes of it. The plan is made in the background:
   * follow it with `recommendationChanged`.
   */
  readonly requestRecommendation: RequestRecommendationPayload;
  /** Puts my plan on the public board (공유). Again it changes nothing. */
  readonly sharePlan: SharePlanPayload;
  /** Takes my heart back. Again it changes nothing. */
  readonly unheartPlan: UnheartPlanPayload;
  /** Takes my plan off the board; nobody else sees it any more. Again it changes nothing. */
  readonly unsharePlan: UnsharePlanPayload;
  /** Changes those parts of my plan that the input names. */
  readonly updatePlan: UpdatePlanPayload;
};


export type MutationCreatePlanArgs = {
  input: CreatePlanInput;
};


export type MutationDeletePlanArgs = {
  input: DeletePlanInput;
};


export type MutationHeartPlanArgs = {
  input: HeartPlanInput;
};


export type MutationRequestRecommendationArgs = {
  input: RequestRecommendationInput;
};


export type MutationSharePlanArgs = {
  input: SharePlanInput;
};


export type MutationUnheartPlanArgs = {
  input: UnheartPlanInput;
};


export type MutationUnsharePlanArgs = {
  input: UnsharePlanInput;
};


export type MutationUpdatePlanArgs = {
  input: UpdatePlanInput;
};

export type PageInfo = {
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** A travel plan. Its owner and administrators see it; everybody does while it is shared. */
export type Plan = {
  /** For the whole group and trip. */
  readonly budget?: Maybe<Scalars['Won']['output']>;
  readonly createdAt: Scalars['DateTime']['output'];
  /** 1 to 14. */
  readonly days: Scalars['Int']['output'];
  readonly details?: Maybe<Scalars['String']['output']>;
  /** What the itinerary costs the whole group, as estimated when it was written; null when there is none. */
  readonly estimatedCost?: Maybe<Scalars['Won']['output']>;
  readonly groupSize: Scalars['Int']['output'];
  readonly heartCount: Scalars['Int']['output'];
  /** Null when I am not signed in. */
  readonly heartedByMe?: Maybe<Scalars['Boolean']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Day by day, at most 14 days, so not in pages. Empty unless it was recommended. */
  readonly itinerary: ReadonlyArray<ItineraryDay>;
  /** Where it goes (여행지). */
  readonly location: Scalars['String']['output'];
  readonly origin: PlanOrigin;
  readonly owner?: Maybe<Member>;
  /** The last day; null when there is no `travelDate`. */
  readonly returnDate?: Maybe<Scalars['Date']['output']>;
  /** Since when it stands on the board; null while it is private. */
  readonly sharedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly title?: Maybe<Scalars['String']['output']>;
  readonly travelDate?: Maybe<Scalars['Date']['output']>;
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Counts its changes; hearts are none. */
  readonly version: Scalars['Int']['output'];
};

export type PlanConnection = {
  readonly edges: ReadonlyArray<PlanEdge>;
  readonly nodes: ReadonlyArray<Plan>;
  readonly pageInfo: PageInfo;
};

export type PlanEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Plan;
};

export type PlanErrorCode =
  | 'BUDGET_OUT_OF_RANGE'
  | 'DETAILS_TOO_LONG'
  | 'GROUP_SIZE_OUT_OF_RANGE'
  | 'LOCATION_INVALID'
  /** It has another version than the one expected. */
  | 'PLAN_CHANGED'
  /** There is none of that id that I may do this with. */
  | 'PLAN_NOT_FOUND'
  | 'RETURN_DATE_BEFORE_TRAVEL_DATE'
  | 'RETURN_DATE_WITHOUT_TRAVEL_DATE'
  | 'TITLE_TOO_LONG'
  | 'TRAVEL_DATE_OUT_OF_RANGE'
  | 'TRIP_TOO_LONG';

export type PlanOrder =
  /** Most hearted first; of those with as many hearts the newest. */
  | 'HEARTS'
  /** Shared last, first. */
  | 'NEWEST';

export type PlanOrigin =
  /** 직접 작성 */
  | 'MEMBER'
  /** 맞춤 추천 */
  | 'PERSONAL'
  /** 취향 추천 */
  | 'TASTE'
  /** 인기 추천 */
  | 'TREND';

export type PlanUserError = {
  readonly code: PlanErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type Query = {
  /** One travel plan; null when there is none of that id that I may see. */
  readonly plan?: Maybe<Plan>;
  /**
   * The public board: all shared plans. `search` finds each of its words (at most 10, 100 characters in all) as a part of a plan's
   * location, title or details.
   */
  readonly planBoard: PlanConnection;
  /** A recommendation that I asked for; null when there is none of that id of mine. */
  readonly recommendation?: Maybe<Recommendation>;
};


export type QueryPlanArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPlanBoardArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  orderBy?: PlanOrder;
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRecommendationArgs = {
  id: Scalars['ID']['input'];
};

/** A plan that Moa writes for a member. Only that member sees it. */
export type Recommendation = {
  /** Why there is none; null unless it is FAILED. */
  readonly failure?: Maybe<RecommendationFailure>;
  readonly id: Scalars['ID']['output'];
  readonly kind: RecommendationKind;
  readonly member?: Maybe<Member>;
  /** The plan that was written; null until it is READY, and after it was deleted. */
  readonly plan?: Maybe<Plan>;
  readonly requestedAt: Scalars['DateTime']['output'];
  /** When it became READY or FAILED. */
  readonly settledAt?: Maybe<Scalars['DateTime']['output']>;
  readonly status: RecommendationStatus;
};

export type RecommendationFailure = {
  /** In words, for people. */
  readonly message: Scalars['String']['output'];
  readonly reason: RecommendationFailureReason;
};

export type RecommendationFailureReason =
  /** The plan could not be written for several minutes. */
  | 'ADVISOR_UNAVAILABLE'
  | 'BUDGET_TOO_SMALL'
  /** No sight is known around there. */
  | 'NOTHING_KNOWN_OF_PLACE'
  | 'NOT_ENOUGH_TOKENS'
  /** TASTE: there is no plan with my heart. */
  | 'NO_HEARTED_PLANS'
  /** TREND: nobody who is followed shares a plan. */
  | 'NO_TREND'
  /** The token could not be reserved for several minutes. */
  | 'PAY_UNAVAILABLE';

export type RecommendationKind =
  /** 맞춤: by what I ask for. */
  | 'PERSONAL'
  /** 취향: by the plans that I gave my heart. */
  | 'TASTE'
  /** 인기: by the shared plans of the members whom most follow. */
  | 'TREND';

export type RecommendationStatus =
  /** 실패: no plan, and no token spent. */
  | 'FAILED'
  /** 완료 */
  | 'READY'
  /** 요청됨 */
  | 'REQUESTED';

export type RequestRecommendationErrorCode =
  | 'BUDGET_OUT_OF_RANGE'
  | 'BUDGET_REQUIRED'
  | 'DETAILS_TOO_LONG'
  | 'GROUP_SIZE_OUT_OF_RANGE'
  | 'GROUP_SIZE_REQUIRED'
  | 'IDEMPOTENCY_KEY_INVALID'
  /** The key was used before, with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'LOCATION_INVALID'
  /** Buy tokens, then ask again with another key. */
  | 'NOT_ENOUGH_TOKENS'
  /** TASTE: give a plan your heart first. */
  | 'NO_HEARTED_PLANS'
  /** TREND: nobody who is followed shares a plan yet. */
  | 'NO_TREND'
  | 'RETURN_DATE_BEFORE_TRAVEL_DATE'
  | 'RETURN_DATE_WITHOUT_TRAVEL_DATE'
  | 'TRAVEL_DATE_OUT_OF_RANGE'
  | 'TRAVEL_DATE_REQUIRED'
  | 'TRIP_TOO_LONG';

export type RequestRecommendationInput = {
  /** For the whole group and trip; up to 1,000,000,000. PERSONAL needs it. */
  readonly budget?: InputMaybe<Scalars['Won']['input']>;
  /** Up to 2,000 characters: what I like, and what to avoid. */
  readonly details?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100. PERSONAL needs it; otherwise 1 when left out. */
  readonly groupSize?: InputMaybe<Scalars['Int']['input']>;
  /** Made by the client, 1 to 100 characters. The same key with the same input gives the same recommendation, and costs once. */
  readonly idempotencyKey: Scalars['String']['input'];
  readonly kind: RecommendationKind;
  /** Up to 100 characters. PERSONAL needs it; without it TREND and TASTE choose. */
  readonly location?: InputMaybe<Scalars['String']['input']>;
  /** Not before `travelDate`, and at most 14 days with it. One day when left out. */
  readonly returnDate?: InputMaybe<Scalars['Date']['input']>;
  /** Today in Seoul to two years from now. PERSONAL needs it. */
  readonly travelDate?: InputMaybe<Scalars['Date']['input']>;
};

export type RequestRecommendationPayload = {
  /** With NOT_ENOUGH_TOKENS it is there, too: FAILED. */
  readonly recommendation?: Maybe<Recommendation>;
  readonly userErrors: ReadonlyArray<RequestRecommendationUserError>;
};

export type RequestRecommendationUserError = {
  readonly code: RequestRecommendationErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type SharePlanInput = {
  readonly planId: Scalars['ID']['input'];
};

export type SharePlanPayload = {
  readonly plan?: Maybe<Plan>;
  readonly userErrors: ReadonlyArray<PlanUserError>;
};

export type Subscription = {
  /** My recommendation as it is now, then what became of it. */
  readonly recommendationChanged?: Maybe<Recommendation>;
};


export type SubscriptionRecommendationChangedArgs = {
  recommendationId: Scalars['ID']['input'];
};

export type UnheartPlanInput = {
  readonly planId: Scalars['ID']['input'];
};

export type UnheartPlanPayload = {
  readonly plan?: Maybe<Plan>;
  readonly userErrors: ReadonlyArray<PlanUserError>;
};

export type UnsharePlanInput = {
  readonly planId: Scalars['ID']['input'];
};

export type UnsharePlanPayload = {
  readonly plan?: Maybe<Plan>;
  readonly userErrors: ReadonlyArray<PlanUserError>;
};

/** What is left out stays as it is; null empties it. */
export type UpdatePlanInput = {
  readonly budget?: InputMaybe<Scalars['Won']['input']>;
  readonly details?: InputMaybe<Scalars['String']['input']>;
  /** The `version` that I saw. When the plan has changed since, nothing happens, and the payload has the plan as it is. */
  readonly expectedVersion: Scalars['Int']['input'];
  readonly groupSize?: InputMaybe<Scalars['Int']['input']>;
  readonly location?: InputMaybe<Scalars['String']['input']>;
  readonly planId: Scalars['ID']['input'];
  /** When left out, the trip keeps its length. */
  readonly returnDate?: InputMaybe<Scalars['Date']['input']>;
  readonly title?: InputMaybe<Scalars['String']['input']>;
  readonly travelDate?: InputMaybe<Scalars['Date']['input']>;
};

export type UpdatePlanPayload = {
  /** The plan as it is now; null when there is none of mine. */
  readonly plan?: Maybe<Plan>;
  readonly userErrors: ReadonlyArray<PlanUserError>;
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
  Plan: Plan;
  Recommendation: Recommendation;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
  Plan:
    ( { __typename: 'Plan' }
    & GraphQLRecursivePick<FederationTypes['Plan'], {"id":true}> );
  Recommendation:
    ( { __typename: 'Recommendation' }
    & GraphQLRecursivePick<FederationTypes['Recommendation'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CreatePlanInput: CreatePlanInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CreatePlanPayload: ResolverTypeWrapper<Omit<CreatePlanPayload, 'plan'> & { plan?: Maybe<ResolversTypes['Plan']> }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeletePlanInput: DeletePlanInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  DeletePlanPayload: ResolverTypeWrapper<DeletePlanPayload>;
  HeartPlanInput: HeartPlanInput;
  HeartPlanPayload: ResolverTypeWrapper<Omit<HeartPlanPayload, 'plan'> & { plan?: Maybe<ResolversTypes['Plan']> }>;
  ItineraryDay: ResolverTypeWrapper<DatedDay>;
  ItineraryStop: ResolverTypeWrapper<ItineraryStop>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Member: ResolverTypeWrapper<MemberReference>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Plan: ResolverTypeWrapper<PlanModel>;
  PlanConnection: ResolverTypeWrapper<Omit<PlanConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['PlanEdge']>, nodes: ReadonlyArray<ResolversTypes['Plan']> }>;
  PlanEdge: ResolverTypeWrapper<Omit<PlanEdge, 'node'> & { node: ResolversTypes['Plan'] }>;
  PlanErrorCode: PlanErrorCode;
  PlanOrder: PlanOrder;
  PlanOrigin: PlanOrigin;
  PlanUserError: ResolverTypeWrapper<PlanUserError>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Recommendation: ResolverTypeWrapper<RecommendationView>;
  RecommendationFailure: ResolverTypeWrapper<RecommendationFailure>;
  RecommendationFailureReason: RecommendationFailureReason;
  RecommendationKind: RecommendationKind;
  RecommendationStatus: RecommendationStatus;
  RequestRecommendationErrorCode: RequestRecommendationErrorCode;
  RequestRecommendationInput: RequestRecommendationInput;
  RequestRecommendationPayload: ResolverTypeWrapper<Omit<RequestRecommendationPayload, 'recommendation'> & { recommendation?: Maybe<ResolversTypes['Recommendation']> }>;
  RequestRecommendationUserError: ResolverTypeWrapper<RequestRecommendationUserError>;
  SharePlanInput: SharePlanInput;
  SharePlanPayload: ResolverTypeWrapper<Omit<SharePlanPayload, 'plan'> & { plan?: Maybe<ResolversTypes['Plan']> }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UnheartPlanInput: UnheartPlanInput;
  UnheartPlanPayload: ResolverTypeWrapper<Omit<UnheartPlanPayload, 'plan'> & { plan?: Maybe<ResolversTypes['Plan']> }>;
  UnsharePlanInput: UnsharePlanInput;
  UnsharePlanPayload: ResolverTypeWrapper<Omit<UnsharePlanPayload, 'plan'> & { plan?: Maybe<ResolversTypes['Plan']> }>;
  UpdatePlanInput: UpdatePlanInput;
  UpdatePlanPayload: ResolverTypeWrapper<Omit<UpdatePlanPayload, 'plan'> & { plan?: Maybe<ResolversTypes['Plan']> }>;
  Won: ResolverTypeWrapper<Scalars['Won']['output']>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CreatePlanInput: CreatePlanInput;
  Int: Scalars['Int']['output'];
  CreatePlanPayload: Omit<CreatePlanPayload, 'plan'> & { plan?: Maybe<ResolversParentTypes['Plan']> };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeletePlanInput: DeletePlanInput;
  ID: Scalars['ID']['output'];
  DeletePlanPayload: DeletePlanPayload;
  HeartPlanInput: HeartPlanInput;
  HeartPlanPayload: Omit<HeartPlanPayload, 'plan'> & { plan?: Maybe<ResolversParentTypes['Plan']> };
  ItineraryDay: DatedDay;
  ItineraryStop: ItineraryStop;
  Float: Scalars['Float']['output'];
  Member: MemberReference;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Plan: PlanModel;
  PlanConnection: Omit<PlanConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['PlanEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Plan']> };
  PlanEdge: Omit<PlanEdge, 'node'> & { node: ResolversParentTypes['Plan'] };
  PlanUserError: PlanUserError;
  Query: Record<PropertyKey, never>;
  Recommendation: RecommendationView;
  RecommendationFailure: RecommendationFailure;
  RequestRecommendationInput: RequestRecommendationInput;
  RequestRecommendationPayload: Omit<RequestRecommendationPayload, 'recommendation'> & { recommendation?: Maybe<ResolversParentTypes['Recommendation']> };
  RequestRecommendationUserError: RequestRecommendationUserError;
  SharePlanInput: SharePlanInput;
  SharePlanPayload: Omit<SharePlanPayload, 'plan'> & { plan?: Maybe<ResolversParentTypes['Plan']> };
  Subscription: Record<PropertyKey, never>;
  UnheartPlanInput: UnheartPlanInput;
  UnheartPlanPayload: Omit<UnheartPlanPayload, 'plan'> & { plan?: Maybe<ResolversParentTypes['Plan']> };
  UnsharePlanInput: UnsharePlanInput;
  UnsharePlanPayload: Omit<UnsharePlanPayload, 'plan'> & { plan?: Maybe<ResolversParentTypes['Plan']> };
  UpdatePlanInput: UpdatePlanInput;
  UpdatePlanPayload: Omit<UpdatePlanPayload, 'plan'> & { plan?: Maybe<ResolversParentTypes['Plan']> };
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

export type CreatePlanPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CreatePlanPayload'] = ResolversParentTypes['CreatePlanPayload']> = {
  plan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PlanUserError']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeletePlanPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeletePlanPayload'] = ResolversParentTypes['DeletePlanPayload']> = {
  deletedPlanId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PlanUserError']>, ParentType, ContextType>;
};

export type HeartPlanPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['HeartPlanPayload'] = ResolversParentTypes['HeartPlanPayload']> = {
  plan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PlanUserError']>, ParentType, ContextType>;
};

export type ItineraryDayResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ItineraryDay'] = ResolversParentTypes['ItineraryDay']> = {
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stops?: Resolver<ReadonlyArray<ResolversTypes['ItineraryStop']>, ParentType, ContextType>;
};

export type ItineraryStopResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ItineraryStop'] = ResolversParentTypes['ItineraryStop']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  heartedPlans?: Resolver<Maybe<ResolversTypes['PlanConnection']>, ParentType, ContextType, RequireFields<MemberHeartedPlansArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  plans?: Resolver<Maybe<ResolversTypes['PlanConnection']>, ParentType, ContextType, RequireFields<MemberPlansArgs, 'first'>>;
  sharedPlans?: Resolver<Maybe<ResolversTypes['PlanConnection']>, ParentType, ContextType, RequireFields<MemberSharedPlansArgs, 'first'>>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createPlan?: Resolver<ResolversTypes['CreatePlanPayload'], ParentType, ContextType, RequireFields<MutationCreatePlanArgs, 'input'>>;
  deletePlan?: Resolver<ResolversTypes['DeletePlanPayload'], ParentType, ContextType, RequireFields<MutationDeletePlanArgs, 'input'>>;
  heartPlan?: Resolver<ResolversTypes['HeartPlanPayload'], ParentType, ContextType, RequireFields<MutationHeartPlanArgs, 'input'>>;
  requestRecommendation?: Resolver<ResolversTypes['RequestRecommendationPayload'], ParentType, ContextType, RequireFields<MutationRequestRecommendationArgs, 'input'>>;
  sharePlan?: Resolver<ResolversTypes['SharePlanPayload'], ParentType, ContextType, RequireFields<MutationSharePlanArgs, 'input'>>;
  unheartPlan?: Resolver<ResolversTypes['UnheartPlanPayload'], ParentType, ContextType, RequireFields<MutationUnheartPlanArgs, 'input'>>;
  unsharePlan?: Resolver<ResolversTypes['UnsharePlanPayload'], ParentType, ContextType, RequireFields<MutationUnsharePlanArgs, 'input'>>;
  updatePlan?: Resolver<ResolversTypes['UpdatePlanPayload'], ParentType, ContextType, RequireFields<MutationUpdatePlanArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PlanResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Plan'] = ResolversParentTypes['Plan'], FederationReferenceType extends FederationReferenceTypes['Plan'] = FederationReferenceTypes['Plan']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Plan']> | FederationReferenceType, FederationReferenceType, ContextType>;
  budget?: Resolver<Maybe<ResolversTypes['Won']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  estimatedCost?: Resolver<Maybe<ResolversTypes['Won']>, ParentType, ContextType>;
  groupSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  heartCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  heartedByMe?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  itinerary?: Resolver<ReadonlyArray<ResolversTypes['ItineraryDay']>, ParentType, ContextType>;
  location?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['PlanOrigin'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  returnDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  sharedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  travelDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlanConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PlanConnection'] = ResolversParentTypes['PlanConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PlanEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Plan']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PlanEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PlanEdge'] = ResolversParentTypes['PlanEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Plan'], ParentType, ContextType>;
};

export type PlanUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PlanUserError'] = ResolversParentTypes['PlanUserError']> = {
  code?: Resolver<ResolversTypes['PlanErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  plan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType, RequireFields<QueryPlanArgs, 'id'>>;
  planBoard?: Resolver<ResolversTypes['PlanConnection'], ParentType, ContextType, RequireFields<QueryPlanBoardArgs, 'first' | 'orderBy'>>;
  recommendation?: Resolver<Maybe<ResolversTypes['Recommendation']>, ParentType, ContextType, RequireFields<QueryRecommendationArgs, 'id'>>;
};

export type RecommendationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Recommendation'] = ResolversParentTypes['Recommendation'], FederationReferenceType extends FederationReferenceTypes['Recommendation'] = FederationReferenceTypes['Recommendation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Recommendation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['RecommendationFailure']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RecommendationKind'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  plan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RecommendationStatus'], ParentType, ContextType>;
};

export type RecommendationFailureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RecommendationFailure'] = ResolversParentTypes['RecommendationFailure']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['RecommendationFailureReason'], ParentType, ContextType>;
};

export type RequestRecommendationPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RequestRecommendationPayload'] = ResolversParentTypes['RequestRecommendationPayload']> = {
  recommendation?: Resolver<Maybe<ResolversTypes['Recommendation']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RequestRecommendationUserError']>, ParentType, ContextType>;
};

export type RequestRecommendationUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RequestRecommendationUserError'] = ResolversParentTypes['RequestRecommendationUserError']> = {
  code?: Resolver<ResolversTypes['RequestRecommendationErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SharePlanPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SharePlanPayload'] = ResolversParentTypes['SharePlanPayload']> = {
  plan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PlanUserError']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  recommendationChanged?: SubscriptionResolver<Maybe<ResolversTypes['Recommendation']>, "recommendationChanged", ParentType, ContextType, RequireFields<SubscriptionRecommendationChangedArgs, 'recommendationId'>>;
};

export type UnheartPlanPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnheartPlanPayload'] = ResolversParentTypes['UnheartPlanPayload']> = {
  plan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PlanUserError']>, ParentType, ContextType>;
};

export type UnsharePlanPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnsharePlanPayload'] = ResolversParentTypes['UnsharePlanPayload']> = {
  plan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PlanUserError']>, ParentType, ContextType>;
};

export type UpdatePlanPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UpdatePlanPayload'] = ResolversParentTypes['UpdatePlanPayload']> = {
  plan?: Resolver<Maybe<ResolversTypes['Plan']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['PlanUserError']>, ParentType, ContextType>;
};

export interface WonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Won'], any> {
  name: 'Won';
}

export interface Link__ImportScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['link__Import'], any> {
  name: 'link__Import';
}

export type Resolvers<ContextType = GraphContext> = {
  CreatePlanPayload?: CreatePlanPayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeletePlanPayload?: DeletePlanPayloadResolvers<ContextType>;
  HeartPlanPayload?: HeartPlanPayloadResolvers<ContextType>;
  ItineraryDay?: ItineraryDayResolvers<ContextType>;
  ItineraryStop?: ItineraryStopResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Plan?: PlanResolvers<ContextType>;
  PlanConnection?: PlanConnectionResolvers<ContextType>;
  PlanEdge?: PlanEdgeResolvers<ContextType>;
  PlanUserError?: PlanUserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Recommendation?: RecommendationResolvers<ContextType>;
  RecommendationFailure?: RecommendationFailureResolvers<ContextType>;
  RequestRecommendationPayload?: RequestRecommendationPayloadResolvers<ContextType>;
  RequestRecommendationUserError?: RequestRecommendationUserErrorResolvers<ContextType>;
  SharePlanPayload?: SharePlanPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  UnheartPlanPayload?: UnheartPlanPayloadResolvers<ContextType>;
  UnsharePlanPayload?: UnsharePlanPayloadResolvers<ContextType>;
  UpdatePlanPayload?: UpdatePlanPayloadResolvers<ContextType>;
  Won?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
};
