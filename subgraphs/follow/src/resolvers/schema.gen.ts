import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { FollowPage, FollowLine } from './connections.ts';
import type { FollowView } from '../domain/follow-view.ts';
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

export type FollowConnection = {
  readonly edges: ReadonlyArray<FollowEdge>;
  /** Null for a member who has just left. */
  readonly nodes: ReadonlyArray<Maybe<Member>>;
  readonly pageInfo: PageInfo;
};

export type FollowDashboardConnection = {
  readonly edges: ReadonlyArray<FollowDashboardEdge>;
  readonly nodes: ReadonlyArray<FollowDashboardEntry>;
  readonly pageInfo: PageInfo;
};

export type FollowDashboardEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: FollowDashboardEntry;
};

export type FollowDashboardEntry = {
  readonly followedAt: Scalars['DateTime']['output'];
  /** Null for a member who has just left. */
  readonly member?: Maybe<Member>;
};

export type FollowEdge = {
  readonly cursor: Scalars['String']['output'];
  /** Null for a member who has just left. */
  readonly node?: Maybe<Member>;
};

export type FollowErrorCode =
  | 'MEMBER_NOT_FOUND'
  /** Nobody follows themselves. */
  | 'SELF';

export type FollowInput = {
  readonly memberId: Scalars['ID']['input'];
};

export type FollowPayload = {
  readonly followedMember?: Maybe<Member>;
  /** Me. */
  readonly member?: Maybe<Member>;
  readonly userErrors: ReadonlyArray<FollowUserError>;
};

export type FollowUserError = {
  readonly code: FollowErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type Member = {
  /** Whether I follow this member; null for who is not signed in. */
  readonly followedByMe?: Maybe<Scalars['Boolean']['output']>;
  readonly followerCount?: Maybe<Scalars['Int']['output']>;
  /** Who follows this member, the latest first. */
  readonly followers?: Maybe<FollowConnection>;
  /** Whom this member follows, the latest first. */
  readonly following?: Maybe<FollowConnection>;
  readonly followingCount?: Maybe<Scalars['Int']['output']>;
  readonly id: Scalars['ID']['output'];
};


export type MemberFollowersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type MemberFollowingArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

export type Mutation = {
  /** I follow this member from now on (팔로우). Who does already gets the same answer again. */
  readonly follow: FollowPayload;
  /** And no longer (언팔로우). Who does not gets the same answer. */
  readonly unfollow: UnfollowPayload;
};


export type MutationFollowArgs = {
  input: FollowInput;
};


export type MutationUnfollowArgs = {
  input: UnfollowInput;
};

export type PageInfo = {
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
};

export type Query = {
  /** Whom I follow, the latest first; their newest plans stand in `member`. It is always of now. */
  readonly followDashboard: FollowDashboardConnection;
};


export type QueryFollowDashboardArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

export type UnfollowErrorCode =
  | 'MEMBER_NOT_FOUND';

export type UnfollowInput = {
  readonly memberId: Scalars['ID']['input'];
};

export type UnfollowPayload = {
  /** Me. */
  readonly member?: Maybe<Member>;
  readonly unfollowedMember?: Maybe<Member>;
  readonly userErrors: ReadonlyArray<UnfollowUserError>;
};

export type UnfollowUserError = {
  readonly code: UnfollowErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
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
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  FollowConnection: ResolverTypeWrapper<FollowPage>;
  FollowDashboardConnection: ResolverTypeWrapper<Omit<FollowDashboardConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['FollowDashboardEdge']>, nodes: ReadonlyArray<ResolversTypes['FollowDashboardEntry']> }>;
  FollowDashboardEdge: ResolverTypeWrapper<Omit<FollowDashboardEdge, 'node'> & { node: ResolversTypes['FollowDashboardEntry'] }>;
  FollowDashboardEntry: ResolverTypeWrapper<FollowView>;
  FollowEdge: ResolverTypeWrapper<FollowLine>;
  FollowErrorCode: FollowErrorCode;
  FollowInput: FollowInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  FollowPayload: ResolverTypeWrapper<Omit<FollowPayload, 'followedMember' | 'member'> & { followedMember?: Maybe<ResolversTypes['Member']>, member?: Maybe<ResolversTypes['Member']> }>;
  FollowUserError: ResolverTypeWrapper<FollowUserError>;
  Member: ResolverTypeWrapper<MemberReference>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  UnfollowErrorCode: UnfollowErrorCode;
  UnfollowInput: UnfollowInput;
  UnfollowPayload: ResolverTypeWrapper<Omit<UnfollowPayload, 'member' | 'unfollowedMember'> & { member?: Maybe<ResolversTypes['Member']>, unfollowedMember?: Maybe<ResolversTypes['Member']> }>;
  UnfollowUserError: ResolverTypeWrapper<UnfollowUserError>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  FollowConnection: FollowPage;
  FollowDashboardConnection: Omit<FollowDashboardConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['FollowDashboardEdge']>, nodes: ReadonlyArray<ResolversParentTypes['FollowDashboardEntry']> };
  FollowDashboardEdge: Omit<FollowDashboardEdge, 'node'> & { node: ResolversParentTypes['FollowDashboardEntry'] };
  FollowDashboardEntry: FollowView;
  FollowEdge: FollowLine;
  FollowInput: FollowInput;
  ID: Scalars['ID']['output'];
  FollowPayload: Omit<FollowPayload, 'followedMember' | 'member'> & { followedMember?: Maybe<ResolversParentTypes['Member']>, member?: Maybe<ResolversParentTypes['Member']> };
  FollowUserError: FollowUserError;
  Member: MemberReference;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  UnfollowInput: UnfollowInput;
  UnfollowPayload: Omit<UnfollowPayload, 'member' | 'unfollowedMember'> & { member?: Maybe<ResolversParentTypes['Member']>, unfollowedMember?: Maybe<ResolversParentTypes['Member']> };
  UnfollowUserError: UnfollowUserError;
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

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type FollowConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FollowConnection'] = ResolversParentTypes['FollowConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FollowEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Member']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FollowDashboardConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FollowDashboardConnection'] = ResolversParentTypes['FollowDashboardConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FollowDashboardEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['FollowDashboardEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FollowDashboardEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FollowDashboardEdge'] = ResolversParentTypes['FollowDashboardEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FollowDashboardEntry'], ParentType, ContextType>;
};

export type FollowDashboardEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FollowDashboardEntry'] = ResolversParentTypes['FollowDashboardEntry']> = {
  followedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
};

export type FollowEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FollowEdge'] = ResolversParentTypes['FollowEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
};

export type FollowPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FollowPayload'] = ResolversParentTypes['FollowPayload']> = {
  followedMember?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['FollowUserError']>, ParentType, ContextType>;
};

export type FollowUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FollowUserError'] = ResolversParentTypes['FollowUserError']> = {
  code?: Resolver<ResolversTypes['FollowErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  followedByMe?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  followerCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  followers?: Resolver<Maybe<ResolversTypes['FollowConnection']>, ParentType, ContextType, RequireFields<MemberFollowersArgs, 'first'>>;
  following?: Resolver<Maybe<ResolversTypes['FollowConnection']>, ParentType, ContextType, RequireFields<MemberFollowingArgs, 'first'>>;
  followingCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  follow?: Resolver<ResolversTypes['FollowPayload'], ParentType, ContextType, RequireFields<MutationFollowArgs, 'input'>>;
  unfollow?: Resolver<ResolversTypes['UnfollowPayload'], ParentType, ContextType, RequireFields<MutationUnfollowArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  followDashboard?: Resolver<ResolversTypes['FollowDashboardConnection'], ParentType, ContextType, RequireFields<QueryFollowDashboardArgs, 'first'>>;
};

export type UnfollowPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnfollowPayload'] = ResolversParentTypes['UnfollowPayload']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  unfollowedMember?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UnfollowUserError']>, ParentType, ContextType>;
};

export type UnfollowUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UnfollowUserError'] = ResolversParentTypes['UnfollowUserError']> = {
  code?: Resolver<ResolversTypes['UnfollowErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface Link__ImportScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['link__Import'], any> {
  name: 'link__Import';
}

export type Resolvers<ContextType = GraphContext> = {
  DateTime?: GraphQLScalarType;
  FollowConnection?: FollowConnectionResolvers<ContextType>;
  FollowDashboardConnection?: FollowDashboardConnectionResolvers<ContextType>;
  FollowDashboardEdge?: FollowDashboardEdgeResolvers<ContextType>;
  FollowDashboardEntry?: FollowDashboardEntryResolvers<ContextType>;
  FollowEdge?: FollowEdgeResolvers<ContextType>;
  FollowPayload?: FollowPayloadResolvers<ContextType>;
  FollowUserError?: FollowUserErrorResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  UnfollowPayload?: UnfollowPayloadResolvers<ContextType>;
  UnfollowUserError?: UnfollowUserErrorResolvers<ContextType>;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
};
