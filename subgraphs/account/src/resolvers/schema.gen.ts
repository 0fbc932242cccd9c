import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { MemberView } from '../domain/member-view.ts';
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

export type ChangePasswordInput = {
  readonly current: Scalars['String']['input'];
  /** 8 to 200 characters. */
  readonly new: Scalars['String']['input'];
  /** Of the session that goes on; all end when it is left out. */
  readonly refreshToken?: InputMaybe<Scalars['String']['input']>;
};

export type DeleteAccountErrorCode =
  | 'EMAIL_WRONG'
  | 'PASSWORD_WRONG'
  /** Too many wrong passwords; see `retryAfterSeconds`. */
  | 'TOO_MANY_ATTEMPTS';

export type DeleteAccountInput = {
  /** The account's own e-mail address, where it has no password. */
  readonly confirmEmail?: InputMaybe<Scalars['String']['input']>;
  /** Needed where the account has a password. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
};

export type DeleteAccountPayload = {
  readonly deleted: Scalars['Boolean']['output'];
  readonly userErrors: ReadonlyArray<DeleteAccountUserError>;
};

export type DeleteAccountUserError = {
  readonly code: DeleteAccountErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
  /** With TOO_MANY_ATTEMPTS: when it may be tried again. */
  readonly retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

export type FinishProviderSignInErrorCode =
  /** The e-mail address belongs to an account that the provider does not prove to be the same person's; sign in to that one as before. */
  | 'EMAIL_TAKEN'
  /** The provider did not confirm who this is, or gave no e-mail address to join with. */
  | 'PROVIDER_REFUSED'
  /** The provider does not answer; start again in a moment. */
  | 'PROVIDER_UNAVAILABLE'
  /** No such sign-in, or it is over or older than ten minutes. Start again. */
  | 'SIGN_IN_EXPIRED';

export type FinishProviderSignInInput = {
  /** As the browser brought it back. */
  readonly code: Scalars['String']['input'];
  /** As the browser brought it back. */
  readonly state: Scalars['String']['input'];
};

export type FinishProviderSignInPayload = {
  readonly session?: Maybe<Session>;
  readonly userErrors: ReadonlyArray<FinishProviderSignInUserError>;
};

export type FinishProviderSignInUserError = {
  readonly code: FinishProviderSignInErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type Language =
  /** English */
  | 'EN'
  /** 한국어 */
  | 'KO';

/** Somebody who joined Moa (회원). What is private is null for everybody but the member and administrators. */
export type Member = {
  /** In years. Private. */
  readonly age?: Maybe<Scalars['Int']['output']>;
  readonly createdAt: Scalars['DateTime']['output'];
  /** Private. */
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** In which Moa speaks to this member. For the member alone. */
  readonly language?: Maybe<Language>;
  /** The name that others see (이름). */
  readonly name: Scalars['String']['output'];
  /** What this member may be in Moa; one may be several. Private. At most one of each, so not in pages. */
  readonly roles?: Maybe<ReadonlyArray<Role>>;
};

export type Mutation = {
  /**
   * Leaves Moa (회원탈퇴). Everything personal is erased, and every session ends. It can't be taken back; the e-mail address is free
   * for a new account.
   */
  readonly deleteAccount: DeleteAccountPayload;
  /** Signs in with what the browser brought back, once. The client first makes sure that `state` is of a sign-in that it began itself. */
  readonly finishProviderSignIn: FinishProviderSignInPayload;
  /**
   * Goes on with a session: a new access token, and a new refresh token in place of the one that was sent, which works once. One
   * that comes a second time ends the whole session, since two people hold it.
   */
  readonly refreshSession: RefreshSessionPayload;
  /** Signs in (로그인). */
  readonly signIn: SignInPayload;
  /** Signs out (로그아웃): ends one session, or all of the member who is signed in. */
  readonly signOut: SignOutPayload;
  /** Joins Moa (회원가입) and signs in at once. Everybody starts as a MEMBER; other roles are given by administrators. */
  readonly signUp: SignUpPayload;
  /** Begins to sign in with another service; a first sign-in joins Moa. Gives the address to send the browser to, good for ten minutes. */
  readonly startProviderSignIn: StartProviderSignInPayload;
  /** Changes what is given of the own account; what is left out stays as it is. */
  readonly updateAccount: UpdateAccountPayload;
};


export type MutationDeleteAccountArgs = {
  input: DeleteAccountInput;
};


export type MutationFinishProviderSignInArgs = {
  input: FinishProviderSignInInput;
};


export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


export type MutationSignInArgs = {
  input: SignInInput;
};


export type MutationSignOutArgs = {
  input: SignOutInput;
};


export type MutationSignUpArgs = {
  input: SignUpInput;
};


export type MutationStartProviderSignInArgs = {
  input: StartProviderSignInInput;
};


export type MutationUpdateAccountArgs = {
  input: UpdateAccountInput;
};

export type Query = {
  /** The member who asks; null for somebody who is not signed in. */
  readonly me?: Maybe<Member>;
  /** A member, for anybody who is signed in; null when there is none of that id. */
  readonly member?: Maybe<Member>;
};


export type QueryMemberArgs = {
  id: Scalars['ID']['input'];
};

export type RefreshSessionErrorCode =
  /** Nobody is signed in with this token, or not any more. Sign in again. */
  | 'SESSION_ENDED';

export type RefreshSessionInput = {
  readonly refreshToken: Scalars['String']['input'];
};

export type RefreshSessionPayload = {
  readonly session?: Maybe<Session>;
  readonly userErrors: ReadonlyArray<RefreshSessionUserError>;
};

export type RefreshSessionUserError = {
  readonly code: RefreshSessionErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type Role =
  /** 관리자: looks after Moa itself. */
  | 'ADMIN'
  /** 배달원: brings the food. */
  | 'COURIER'
  /** 택시 기사: drives a taxi. */
  | 'DRIVER'
  /** 회원: orders, books and pays. */
  | 'MEMBER'
  /** 판매자: runs a restaurant and its menu. */
  | 'MERCHANT';

/** Somebody who is signed in. */
export type Session = {
  /** Send it as `Authorization: Bearer …`. */
  readonly accessToken: Scalars['String']['output'];
  /** When the access token stops being accepted. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Who is signed in, private fields included. */
  readonly member: Member;
  /** For `refreshSession`, once, within 30 days. Keep it where no page's script reads it; who holds it is signed in. */
  readonly refreshToken: Scalars['String']['output'];
};

export type SignInErrorCode =
  /** E-mail address and password don't belong together. Whether the address is known is not said. */
  | 'CREDENTIALS_INVALID'
  /** Too many failed for this account or from this network address; even the right password has to wait. See `retryAfterSeconds`. */
  | 'TOO_MANY_ATTEMPTS';

export type SignInInput = {
  readonly email: Scalars['String']['input'];
  readonly password: Scalars['String']['input'];
};

export type SignInPayload = {
  readonly session?: Maybe<Session>;
  readonly userErrors: ReadonlyArray<SignInUserError>;
};

/** A service that vouches for members. */
export type SignInProvider =
  /** 구글 */
  | 'GOOGLE'
  /** 네이버 */
  | 'NAVER';

export type SignInUserError = {
  readonly code: SignInErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
  /** With TOO_MANY_ATTEMPTS: when it may be tried again. */
  readonly retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

export type SignOutErrorCode =
  /** Neither a refresh token nor `everywhere` says what to end. */
  | 'REFRESH_TOKEN_MISSING';

export type SignOutInput = {
  /** Ends all sessions of the member who is signed in. */
  readonly everywhere?: Scalars['Boolean']['input'];
  /** The session to end. May be left out with `everywhere`. */
  readonly refreshToken?: InputMaybe<Scalars['String']['input']>;
};

export type SignOutPayload = {
  /** Whether nobody is signed in with it any more; true as well when that was so before. */
  readonly signedOut: Scalars['Boolean']['output'];
  readonly userErrors: ReadonlyArray<SignOutUserError>;
};

export type SignOutUserError = {
  readonly code: SignOutErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type SignUpErrorCode =
  | 'AGE_OUT_OF_RANGE'
  | 'EMAIL_INVALID'
  /** Somebody has joined with this e-mail address. */
  | 'EMAIL_TAKEN'
  | 'NAME_INVALID'
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_TOO_SHORT'
  /** Too many joined from this network address; see `retryAfterSeconds`. */
  | 'TOO_MANY_ATTEMPTS';

export type SignUpInput = {
  /** 14 to 120. */
  readonly age: Scalars['Int']['input'];
  /** Case makes no difference. At most 254 characters. */
  readonly email: Scalars['String']['input'];
  /** 1 to 40 characters. */
  readonly name: Scalars['String']['input'];
  /** 8 to 200 characters. */
  readonly password: Scalars['String']['input'];
};

export type SignUpPayload = {
  readonly session?: Maybe<Session>;
  readonly userErrors: ReadonlyArray<SignUpUserError>;
};

export type SignUpUserError = {
  readonly code: SignUpErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
  /** With TOO_MANY_ATTEMPTS: when it may be tried again. */
  readonly retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

export type StartProviderSignInErrorCode =
  | 'PROVIDER_NOT_CONFIGURED'
  /** The provider does not answer; try again in a moment. */
  | 'PROVIDER_UNAVAILABLE'
  | 'REDIRECT_URI_NOT_ALLOWED';

export type StartProviderSignInInput = {
  readonly provider: SignInProvider;
  /** Where the browser comes back to: exactly one of the addresses that Moa is configured with. */
  readonly redirectUri: Scalars['String']['input'];
};

export type StartProviderSignInPayload = {
  /** It carries the `state` that comes back. */
  readonly authorizationUrl?: Maybe<Scalars['String']['output']>;
  readonly userErrors: ReadonlyArray<StartProviderSignInUserError>;
};

export type StartProviderSignInUserError = {
  readonly code: StartProviderSignInErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type UpdateAccountErrorCode =
  | 'AGE_OUT_OF_RANGE'
  | 'NAME_INVALID'
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_TOO_SHORT'
  /** It is not the present password, or the account has none. */
  | 'PASSWORD_WRONG'
  /** Too many wrong passwords; see `retryAfterSeconds`. */
  | 'TOO_MANY_ATTEMPTS';

export type UpdateAccountInput = {
  /** 14 to 120. */
  readonly age?: InputMaybe<Scalars['Int']['input']>;
  readonly language?: InputMaybe<Language>;
  /** 1 to 40 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Ends all other sessions. */
  readonly password?: InputMaybe<ChangePasswordInput>;
};

export type UpdateAccountPayload = {
  readonly member?: Maybe<Member>;
  readonly userErrors: ReadonlyArray<UpdateAccountUserError>;
};

export type UpdateAccountUserError = {
  readonly code: UpdateAccountErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
  /** With TOO_MANY_ATTEMPTS: when it may be tried again. */
  readonly retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
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
  ChangePasswordInput: ChangePasswordInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteAccountErrorCode: DeleteAccountErrorCode;
  DeleteAccountInput: DeleteAccountInput;
  DeleteAccountPayload: ResolverTypeWrapper<DeleteAccountPayload>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  DeleteAccountUserError: ResolverTypeWrapper<DeleteAccountUserError>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  FinishProviderSignInErrorCode: FinishProviderSignInErrorCode;
  FinishProviderSignInInput: FinishProviderSignInInput;
  FinishProviderSignInPayload: ResolverTypeWrapper<Omit<FinishProviderSignInPayload, 'session'> & { session?: Maybe<ResolversTypes['Session']> }>;
  FinishProviderSignInUserError: ResolverTypeWrapper<FinishProviderSignInUserError>;
  Language: Language;
  Member: ResolverTypeWrapper<MemberView>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RefreshSessionErrorCode: RefreshSessionErrorCode;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: ResolverTypeWrapper<Omit<RefreshSessionPayload, 'session'> & { session?: Maybe<ResolversTypes['Session']> }>;
  RefreshSessionUserError: ResolverTypeWrapper<RefreshSessionUserError>;
  Role: Role;
  Session: ResolverTypeWrapper<Omit<Session, 'member'> & { member: ResolversTypes['Member'] }>;
  SignInErrorCode: SignInErrorCode;
  SignInInput: SignInInput;
  SignInPayload: ResolverTypeWrapper<Omit<SignInPayload, 'session'> & { session?: Maybe<ResolversTypes['Session']> }>;
  SignInProvider: SignInProvider;
  SignInUserError: ResolverTypeWrapper<SignInUserError>;
  SignOutErrorCode: SignOutErrorCode;
  SignOutInput: SignOutInput;
  SignOutPayload: ResolverTypeWrapper<SignOutPayload>;
  SignOutUserError: ResolverTypeWrapper<SignOutUserError>;
  SignUpErrorCode: SignUpErrorCode;
  SignUpInput: SignUpInput;
  SignUpPayload: ResolverTypeWrapper<Omit<SignUpPayload, 'session'> & { session?: Maybe<ResolversTypes['Session']> }>;
  SignUpUserError: ResolverTypeWrapper<SignUpUserError>;
  StartProviderSignInErrorCode: StartProviderSignInErrorCode;
  StartProviderSignInInput: StartProviderSignInInput;
  StartProviderSignInPayload: ResolverTypeWrapper<StartProviderSignInPayload>;
  StartProviderSignInUserError: ResolverTypeWrapper<StartProviderSignInUserError>;
  UpdateAccountErrorCode: UpdateAccountErrorCode;
  UpdateAccountInput: UpdateAccountInput;
  UpdateAccountPayload: ResolverTypeWrapper<Omit<UpdateAccountPayload, 'member'> & { member?: Maybe<ResolversTypes['Member']> }>;
  UpdateAccountUserError: ResolverTypeWrapper<UpdateAccountUserError>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ChangePasswordInput: ChangePasswordInput;
  DateTime: Scalars['DateTime']['output'];
  DeleteAccountInput: DeleteAccountInput;
  DeleteAccountPayload: DeleteAccountPayload;
  Boolean: Scalars['Boolean']['output'];
  DeleteAccountUserError: DeleteAccountUserError;
  Int: Scalars['Int']['output'];
  FinishProviderSignInInput: FinishProviderSignInInput;
  FinishProviderSignInPayload: Omit<FinishProviderSignInPayload, 'session'> & { session?: Maybe<ResolversParentTypes['Session']> };
  FinishProviderSignInUserError: FinishProviderSignInUserError;
  Member: MemberView;
  ID: Scalars['ID']['output'];
  Mutation: Record<PropertyKey, never>;
  Query: Record<PropertyKey, never>;
  RefreshSessionInput: RefreshSessionInput;
  RefreshSessionPayload: Omit<RefreshSessionPayload, 'session'> & { session?: Maybe<ResolversParentTypes['Session']> };
  RefreshSessionUserError: RefreshSessionUserError;
  Session: Omit<Session, 'member'> & { member: ResolversParentTypes['Member'] };
  SignInInput: SignInInput;
  SignInPayload: Omit<SignInPayload, 'session'> & { session?: Maybe<ResolversParentTypes['Session']> };
  SignInUserError: SignInUserError;
  SignOutInput: SignOutInput;
  SignOutPayload: SignOutPayload;
  SignOutUserError: SignOutUserError;
  SignUpInput: SignUpInput;
  SignUpPayload: Omit<SignUpPayload, 'session'> & { session?: Maybe<ResolversParentTypes['Session']> };
  SignUpUserError: SignUpUserError;
  StartProviderSignInInput: StartProviderSignInInput;
  StartProviderSignInPayload: StartProviderSignInPayload;
  StartProviderSignInUserError: StartProviderSignInUserError;
  UpdateAccountInput: UpdateAccountInput;
  UpdateAccountPayload: Omit<UpdateAccountPayload, 'member'> & { member?: Maybe<ResolversParentTypes['Member']> };
  UpdateAccountUserError: UpdateAccountUserError;
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

export type DeleteAccountPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeleteAccountPayload'] = ResolversParentTypes['DeleteAccountPayload']> = {
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DeleteAccountUserError']>, ParentType, ContextType>;
};

export type DeleteAccountUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeleteAccountUserError'] = ResolversParentTypes['DeleteAccountUserError']> = {
  code?: Resolver<ResolversTypes['DeleteAccountErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FinishProviderSignInPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FinishProviderSignInPayload'] = ResolversParentTypes['FinishProviderSignInPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['FinishProviderSignInUserError']>, ParentType, ContextType>;
};

export type FinishProviderSignInUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FinishProviderSignInUserError'] = ResolversParentTypes['FinishProviderSignInUserError']> = {
  code?: Resolver<ResolversTypes['FinishProviderSignInErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  age?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['Language']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Role']>>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  deleteAccount?: Resolver<ResolversTypes['DeleteAccountPayload'], ParentType, ContextType, RequireFields<MutationDeleteAccountArgs, 'input'>>;
  finishProviderSignIn?: Resolver<ResolversTypes['FinishProviderSignInPayload'], ParentType, ContextType, RequireFields<MutationFinishProviderSignInArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionPayload'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['SignInPayload'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['SignOutPayload'], ParentType, ContextType, RequireFields<MutationSignOutArgs, 'input'>>;
  signUp?: Resolver<ResolversTypes['SignUpPayload'], ParentType, ContextType, RequireFields<MutationSignUpArgs, 'input'>>;
  startProviderSignIn?: Resolver<ResolversTypes['StartProviderSignInPayload'], ParentType, ContextType, RequireFields<MutationStartProviderSignInArgs, 'input'>>;
  updateAccount?: Resolver<ResolversTypes['UpdateAccountPayload'], ParentType, ContextType, RequireFields<MutationUpdateAccountArgs, 'input'>>;
};

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  me?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType, RequireFields<QueryMemberArgs, 'id'>>;
};

export type RefreshSessionPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RefreshSessionPayload'] = ResolversParentTypes['RefreshSessionPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RefreshSessionUserError']>, ParentType, ContextType>;
};

export type RefreshSessionUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RefreshSessionUserError'] = ResolversParentTypes['RefreshSessionUserError']> = {
  code?: Resolver<ResolversTypes['RefreshSessionErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SignInPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SignInPayload'] = ResolversParentTypes['SignInPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['SignInUserError']>, ParentType, ContextType>;
};

export type SignInUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SignInUserError'] = ResolversParentTypes['SignInUserError']> = {
  code?: Resolver<ResolversTypes['SignInErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SignOutPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SignOutPayload'] = ResolversParentTypes['SignOutPayload']> = {
  signedOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['SignOutUserError']>, ParentType, ContextType>;
};

export type SignOutUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SignOutUserError'] = ResolversParentTypes['SignOutUserError']> = {
  code?: Resolver<ResolversTypes['SignOutErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SignUpPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SignUpPayload'] = ResolversParentTypes['SignUpPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['SignUpUserError']>, ParentType, ContextType>;
};

export type SignUpUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SignUpUserError'] = ResolversParentTypes['SignUpUserError']> = {
  code?: Resolver<ResolversTypes['SignUpErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type StartProviderSignInPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StartProviderSignInPayload'] = ResolversParentTypes['StartProviderSignInPayload']> = {
  authorizationUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['StartProviderSignInUserError']>, ParentType, ContextType>;
};

export type StartProviderSignInUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StartProviderSignInUserError'] = ResolversParentTypes['StartProviderSignInUserError']> = {
  code?: Resolver<ResolversTypes['StartProviderSignInErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UpdateAccountPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UpdateAccountPayload'] = ResolversParentTypes['UpdateAccountPayload']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UpdateAccountUserError']>, ParentType, ContextType>;
};

export type UpdateAccountUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['UpdateAccountUserError'] = ResolversParentTypes['UpdateAccountUserError']> = {
  code?: Resolver<ResolversTypes['UpdateAccountErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface Link__ImportScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['link__Import'], any> {
  name: 'link__Import';
}

export type Resolvers<ContextType = GraphContext> = {
  DateTime?: GraphQLScalarType;
  DeleteAccountPayload?: DeleteAccountPayloadResolvers<ContextType>;
  DeleteAccountUserError?: DeleteAccountUserErrorResolvers<ContextType>;
  FinishProviderSignInPayload?: FinishProviderSignInPayloadResolvers<ContextType>;
  FinishProviderSignInUserError?: FinishProviderSignInUserErrorResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RefreshSessionPayload?: RefreshSessionPayloadResolvers<ContextType>;
  RefreshSessionUserError?: RefreshSessionUserErrorResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SignInPayload?: SignInPayloadResolvers<ContextType>;
  SignInUserError?: SignInUserErrorResolvers<ContextType>;
  SignOutPayload?: SignOutPayloadResolvers<ContextType>;
  SignOutUserError?: SignOutUserErrorResolvers<ContextType>;
  SignUpPayload?: SignUpPayloadResolvers<ContextType>;
  SignUpUserError?: SignUpUserErrorResolvers<ContextType>;
  StartProviderSignInPayload?: StartProviderSignInPayloadResolvers<ContextType>;
  StartProviderSignInUserError?: StartProviderSignInUserErrorResolvers<ContextType>;
  UpdateAccountPayload?: UpdateAccountPayloadResolvers<ContextType>;
  UpdateAccountUserError?: UpdateAccountUserErrorResolvers<ContextType>;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  link?: LinkDirectiveResolver<any, any, ContextType>;
};
