import type { Won } from '@moa/money';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Station as StationModel } from '../domain/station.ts';
import type { Line, Branch } from '../domain/line.ts';
import type { SectionView } from './line.ts';
import type { Route } from '../network/route.ts';
import type { PathLeg, PathTransfer } from '../domain/path.ts';
import type { Fare } from '../domain/fare.ts';
import type { Place as ItineraryStopReference, Place as TaxiPlaceReference } from '../domain/place.ts';
import type { MemberReference } from './member.ts';
import type { FavoritePathView } from './favorite-path.ts';
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

export type AddFavoritePathErrorCode =
  | 'SAME_STATION'
  | 'STATION_NOT_FOUND'
  /** A member has at most 100. */
  | 'TOO_MANY';

export type AddFavoritePathInput = {
  readonly from: Scalars['ID']['input'];
  readonly to: Scalars['ID']['input'];
};

export type AddFavoritePathPayload = {
  readonly favoritePath?: Maybe<FavoritePath>;
  readonly userErrors: ReadonlyArray<AddFavoritePathUserError>;
};

export type AddFavoritePathUserError = {
  readonly code: AddFavoritePathErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type AddSectionErrorCode =
  /** 1 to 30 letters, digits, spaces and hyphens. */
  | 'BRANCH_INVALID'
  | 'DISTANCE_INVALID'
  | 'DURATION_INVALID'
  | 'LINE_NOT_FOUND'
  | 'SAME_STATION'
  | 'STATION_NOT_FOUND'
  /** It is not shorter than the section that it splits. */
  | 'TOO_LONG'
  /** It does not take less time than the section that it splits. */
  | 'TOO_SLOW'
  /** Both of its ends are on the line already. */
  | 'TOUCHES_BOTH_ENDS'
  /** Neither of its ends is on the line, or on that branch of it. */
  | 'TOUCHES_NOTHING';

export type AddSectionInput = {
  /** The main one when left out. A name that the line does not know yet begins a new branch. */
  readonly branch?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100,000. */
  readonly distanceMeters: Scalars['Int']['input'];
  readonly downStationId: Scalars['ID']['input'];
  /** 1 to 36,000. */
  readonly durationSeconds: Scalars['Int']['input'];
  readonly lineId: Scalars['ID']['input'];
  readonly upStationId: Scalars['ID']['input'];
};

export type AddSectionPayload = {
  readonly line?: Maybe<SubwayLine>;
  readonly userErrors: ReadonlyArray<AddSectionUserError>;
};

export type AddSectionUserError = {
  readonly code: AddSectionErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type CreateLineErrorCode =
  | 'COLOR_INVALID'
  | 'DISTANCE_INVALID'
  | 'DURATION_INVALID'
  | 'NAME_INVALID'
  | 'NAME_TAKEN'
  | 'SAME_STATION'
  | 'STATION_NOT_FOUND'
  /** 0 to 10,000 won. */
  | 'SURCHARGE_INVALID';

export type CreateLineInput = {
  /** As in #00A84D. */
  readonly color: Scalars['String']['input'];
  /** 1 to 100,000. */
  readonly distanceMeters: Scalars['Int']['input'];
  readonly downStationId: Scalars['ID']['input'];
  /** 1 to 36,000. */
  readonly durationSeconds: Scalars['Int']['input'];
  /** In Korean; 1 to 30 characters, as no other line is called. */
  readonly name: Scalars['String']['input'];
  /** 1 to 60 characters. */
  readonly nameEn: Scalars['String']['input'];
  readonly surcharge?: Scalars['Won']['input'];
  readonly upStationId: Scalars['ID']['input'];
};

export type CreateLinePayload = {
  readonly line?: Maybe<SubwayLine>;
  readonly userErrors: ReadonlyArray<CreateLineUserError>;
};

export type CreateLineUserError = {
  readonly code: CreateLineErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type CreateStationErrorCode =
  /** Not a number of degrees on Earth. */
  | 'COORDINATES_INVALID'
  | 'NAME_INVALID'
  | 'NAME_TAKEN';

export type CreateStationInput = {
  /** Degrees north, WGS84. */
  readonly latitude: Scalars['Float']['input'];
  /** Degrees east, WGS84. */
  readonly longitude: Scalars['Float']['input'];
  /** In Korean; 1 to 30 characters, as no other station is called. */
  readonly name: Scalars['String']['input'];
  /** 1 to 60 characters. */
  readonly nameEn: Scalars['String']['input'];
};

export type CreateStationPayload = {
  readonly station?: Maybe<Station>;
  readonly userErrors: ReadonlyArray<CreateStationUserError>;
};

export type CreateStationUserError = {
  readonly code: CreateStationErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type DeleteLineErrorCode =
  | 'LINE_NOT_FOUND';

export type DeleteLineInput = {
  readonly id: Scalars['ID']['input'];
};

export type DeleteLinePayload = {
  readonly deletedId?: Maybe<Scalars['ID']['output']>;
  readonly userErrors: ReadonlyArray<DeleteLineUserError>;
};

export type DeleteLineUserError = {
  readonly code: DeleteLineErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type DeleteStationErrorCode =
  /** It is on a line: take it off there first. */
  | 'STATION_IN_USE'
  | 'STATION_NOT_FOUND';

export type DeleteStationInput = {
  readonly id: Scalars['ID']['input'];
};

export type DeleteStationPayload = {
  readonly deletedId?: Maybe<Scalars['ID']['output']>;
  readonly userErrors: ReadonlyArray<DeleteStationUserError>;
};

export type DeleteStationUserError = {
  readonly code: DeleteStationErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

/** Only its member sees it. */
export type FavoritePath = {
  readonly addedAt: Scalars['DateTime']['output'];
  /** For my age, just now, and for an adult in the answer to `addFavoritePath`; null while no line connects the two. */
  readonly fare?: Maybe<SubwayFare>;
  readonly from: Station;
  readonly id: Scalars['ID']['output'];
  /** The way as it would be just now; null while no line connects the two. */
  readonly path?: Maybe<SubwayPath>;
  readonly to: Station;
};


/** Only its member sees it. */
export type FavoritePathPathArgs = {
  by?: SubwayPathCriterion;
};

export type FavoritePathConnection = {
  readonly edges: ReadonlyArray<FavoritePathEdge>;
  readonly nodes: ReadonlyArray<FavoritePath>;
  readonly pageInfo: PageInfo;
};

export type FavoritePathEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: FavoritePath;
};

/** Where a stop of a travel plan is. */
export type ItineraryStop = {
  readonly latitude: Scalars['Float']['output'];
  readonly longitude: Scalars['Float']['output'];
  /** The station to get off at (가까운 역); null when there is none within 5 kilometres. */
  readonly nearestStation?: Maybe<NearestStation>;
};

export type Member = {
  readonly age?: Maybe<Scalars['Int']['output']>;
  /** Ways that I often take, the latest first. Only for the member. */
  readonly favoritePaths?: Maybe<FavoritePathConnection>;
  readonly id: Scalars['ID']['output'];
};


export type MemberFavoritePathsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

export type Mutation = {
  /** Remembers a way that I often take (즐겨찾기). Again it gives the same one. */
  readonly addFavoritePath: AddFavoritePathPayload;
  /**
   * Puts a station on a line by its section to a station that is there: at an end it makes the line longer, in the middle it splits
   * the section that leads that way, and then is shorter than that one in both distance and duration.
   */
  readonly addSection: AddSectionPayload;
  /** A line begins with one section between two stations. */
  readonly createLine: CreateLinePayload;
  /** Only for administrators, like everything below. Trains call there once it is on a line. */
  readonly createStation: CreateStationPayload;
  /** Its stations stay, on their other lines or on none. */
  readonly deleteLine: DeleteLinePayload;
  /** Only a station that is on no line; favourite paths from or to it go with it. */
  readonly deleteStation: DeleteStationPayload;
  readonly removeFavoritePath: RemoveFavoritePathPayload;
  /** Takes a station off a line. In the middle its two sections become one as long as both. The last section stays. */
  readonly removeStationFromLine: RemoveStationFromLinePayload;
};


export type MutationAddFavoritePathArgs = {
  input: AddFavoritePathInput;
};


export type MutationAddSectionArgs = {
  input: AddSectionInput;
};


export type MutationCreateLineArgs = {
  input: CreateLineInput;
};


export type MutationCreateStationArgs = {
  input: CreateStationInput;
};


export type MutationDeleteLineArgs = {
  input: DeleteLineInput;
};


export type MutationDeleteStationArgs = {
  input: DeleteStationInput;
};


export type MutationRemoveFavoritePathArgs = {
  input: RemoveFavoritePathInput;
};


export type MutationRemoveStationFromLineArgs = {
  input: RemoveStationFromLineInput;
};

/** The station nearest to a place, as the crow flies. */
export type NearestStation = {
  readonly distanceMeters: Scalars['Int']['output'];
  readonly station: Station;
};

export type PageInfo = {
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
};

export type Query = {
  readonly station?: Maybe<Station>;
  /**
   * All stations by their Korean names, or those that `search` finds in a Korean or English name, the best first: a part of it
   * (강남, gangn), what has been typed of it so far (강나), or its initial consonants (ㄱㄴ). At most 50 characters.
   */
  readonly stations: StationConnection;
  readonly subwayLine?: Maybe<SubwayLine>;
  /** All lines, a few dozen of them, so not in pages. */
  readonly subwayLines: ReadonlyArray<SubwayLine>;
  /**
   * The best way between two stations (길찾기). `departAt` decides the fare, now when left out. Fails with BAD_USER_INPUT for the
   * same station twice, for a station that does not exist, and for two that no line connects.
   */
  readonly subwayPath: SubwayPath;
};


export type QueryStationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySubwayLineArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySubwayPathArgs = {
  by?: SubwayPathCriterion;
  departAt?: InputMaybe<Scalars['DateTime']['input']>;
  from: Scalars['ID']['input'];
  to: Scalars['ID']['input'];
};

export type RemoveFavoritePathErrorCode =
  /** There is none of that id among yours. */
  | 'FAVORITE_NOT_FOUND';

export type RemoveFavoritePathInput = {
  readonly id: Scalars['ID']['input'];
};

export type RemoveFavoritePathPayload = {
  readonly removedId?: Maybe<Scalars['ID']['output']>;
  readonly userErrors: ReadonlyArray<RemoveFavoritePathUserError>;
};

export type RemoveFavoritePathUserError = {
  readonly code: RemoveFavoritePathErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type RemoveStationFromLineErrorCode =
  /** Branches of the line meet here: take them away first. */
  | 'BRANCHES_MEET'
  /** A line has at least one section, and a circle three. */
  | 'LAST_SECTION'
  | 'LINE_NOT_FOUND'
  /** The station is not on this line. */
  | 'STATION_NOT_ON_LINE';

export type RemoveStationFromLineInput = {
  readonly lineId: Scalars['ID']['input'];
  readonly stationId: Scalars['ID']['input'];
};

export type RemoveStationFromLinePayload = {
  readonly line?: Maybe<SubwayLine>;
  readonly userErrors: ReadonlyArray<RemoveStationFromLineUserError>;
};

export type RemoveStationFromLineUserError = {
  readonly code: RemoveStationFromLineErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type Station = {
  readonly id: Scalars['ID']['output'];
  /** Degrees north, WGS84; where several lines meet, the middle of their platforms. */
  readonly latitude: Scalars['Float']['output'];
  /** Those that call here; one to five, so not in pages. Empty for a station that is on no line. */
  readonly lines: ReadonlyArray<SubwayLine>;
  /** Degrees east, WGS84. */
  readonly longitude: Scalars['Float']['output'];
  /** In Korean. */
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
};

export type StationConnection = {
  readonly edges: ReadonlyArray<StationEdge>;
  readonly nodes: ReadonlyArray<Station>;
  readonly pageInfo: PageInfo;
};

export type StationEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Station;
};

/** A part of a line without forks: one station after the other. One that ends where it begins is a circle. */
export type SubwayBranch = {
  readonly isCircular: Scalars['Boolean']['output'];
  /** Trains run only in the order of the stations. */
  readonly isOneWay: Scalars['Boolean']['output'];
  readonly name: Scalars['String']['output'];
  /** From each station to the next. */
  readonly sections: ReadonlyArray<SubwaySection>;
  /** In their order; a circle has its first again at the end. */
  readonly stations: ReadonlyArray<Station>;
};

export type SubwayFare = {
  /** With a transport card. */
  readonly card: Scalars['Won']['output'];
  /** Whether `card` is the lower one of early trains (조조할인). */
  readonly isEarlyBird: Scalars['Boolean']['output'];
  readonly passenger: SubwayPassenger;
  /** With a single-journey ticket. */
  readonly single: Scalars['Won']['output'];
};

export type SubwayLeg = {
  readonly distanceMeters: Scalars['Int']['output'];
  readonly durationSeconds: Scalars['Int']['output'];
  readonly line: SubwayLine;
  /** From where one gets on to where one gets off. */
  readonly stations: ReadonlyArray<Station>;
};

export type SubwayLine = {
  /** The first is the main one. At most a handful, so not in pages. */
  readonly branches: ReadonlyArray<SubwayBranch>;
  /** As in #00A84D. */
  readonly color: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  /** In Korean. */
  readonly name: Scalars['String']['output'];
  readonly nameEn: Scalars['String']['output'];
  /** Each once, those of the main branch in front, in their order. About a hundred at most, so not in pages. */
  readonly stations: ReadonlyArray<Station>;
  /** What it costs on top to ride it: of the lines of a path, only the highest counts. */
  readonly surcharge: Scalars['Won']['output'];
};

export type SubwayPassenger =
  /** 일반, 19 to 64 */
  | 'ADULT'
  /** 어린이, 6 to 12 */
  | 'CHILD'
  /** 영유아, up to 5 */
  | 'INFANT'
  /** 경로, from 65 */
  | 'SENIOR'
  /** 청소년, 13 to 18 */
  | 'YOUTH';

export type SubwayPath = {
  readonly by: SubwayPathCriterion;
  /** When it begins, as it was asked for. */
  readonly departAt?: Maybe<Scalars['DateTime']['output']>;
  readonly distanceMeters: Scalars['Int']['output'];
  /** On trains and changing them; waiting for a train is not in it, since no timetable is known. */
  readonly durationSeconds: Scalars['Int']['output'];
  /**
   * The fare by the shortest distance between the two stations, as the tariff says. For somebody of this age, 0 to 150 years; for
   * an adult when left out.
   */
  readonly fare: SubwayFare;
  /** The fare for each group of passengers. */
  readonly fares: ReadonlyArray<SubwayFare>;
  readonly from: Station;
  /** Whether the figures of one of its sections or transfers are not published ones. */
  readonly isEstimated: Scalars['Boolean']['output'];
  /** One for each line that is ridden, in their order. */
  readonly legs: ReadonlyArray<SubwayLeg>;
  /** From the first to the last one, at most as many as the network has, so not in pages. */
  readonly stations: ReadonlyArray<Station>;
  readonly to: Station;
  readonly transferCount: Scalars['Int']['output'];
  /** Between each leg and the next. */
  readonly transfers: ReadonlyArray<SubwayTransfer>;
};


export type SubwayPathFareArgs = {
  age?: InputMaybe<Scalars['Int']['input']>;
};

export type SubwayPathCriterion =
  /** 최단 거리. Of equal ones the fastest. */
  | 'DISTANCE'
  /** 최소 시간, changing trains included. */
  | 'DURATION'
  /** 최소 환승. Of equal ones the fastest. */
  | 'TRANSFERS';

export type SubwaySection = {
  readonly distanceMeters: Scalars['Int']['output'];
  readonly downStation: Station;
  readonly durationSeconds: Scalars['Int']['output'];
  readonly source: SubwaySectionSource;
  readonly upStation: Station;
};

/** Where the figures of a section come from. */
export type SubwaySectionSource =
  /** 관리자 입력: entered by an administrator of Moa. */
  | 'ADMIN'
  /** 추정: computed from where the stations are. */
  | 'ESTIMATED'
  /** 코레일: distance as published, duration computed from it. */
  | 'KORAIL'
  /** 서울교통공사: distance and duration as published. */
  | 'SEOUL_METRO';

export type SubwayTransfer = {
  readonly fromLine: SubwayLine;
  /** Not published for these two lines, so as long as transfers usually are. */
  readonly isEstimated: Scalars['Boolean']['output'];
  readonly station: Station;
  readonly toLine: SubwayLine;
  readonly walkMeters: Scalars['Int']['output'];
  readonly walkSeconds: Scalars['Int']['output'];
};

/** Where a taxi is taken, or left. */
export type TaxiPlace = {
  readonly latitude: Scalars['Float']['output'];
  readonly longitude: Scalars['Float']['output'];
  /** For those who would rather take the subway (가까운 역); null when there is none within 5 kilometres. */
  readonly nearestStation?: Maybe<NearestStation>;
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
  ItineraryStop: ItineraryStop;
  Member: Member;
  Station: Station;
  SubwayLine: SubwayLine;
  TaxiPlace: TaxiPlace;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  ItineraryStop:
    ( { __typename: 'ItineraryStop' }
    & GraphQLRecursivePick<FederationTypes['ItineraryStop'], {"latitude":true,"longitude":true}> );
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Member'], {"age":true}> ) );
  Station:
    ( { __typename: 'Station' }
    & GraphQLRecursivePick<FederationTypes['Station'], {"id":true}> );
  SubwayLine:
    ( { __typename: 'SubwayLine' }
    & GraphQLRecursivePick<FederationTypes['SubwayLine'], {"id":true}> );
  TaxiPlace:
    ( { __typename: 'TaxiPlace' }
    & GraphQLRecursivePick<FederationTypes['TaxiPlace'], {"latitude":true,"longitude":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddFavoritePathErrorCode: AddFavoritePathErrorCode;
  AddFavoritePathInput: AddFavoritePathInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AddFavoritePathPayload: ResolverTypeWrapper<Omit<AddFavoritePathPayload, 'favoritePath'> & { favoritePath?: Maybe<ResolversTypes['FavoritePath']> }>;
  AddFavoritePathUserError: ResolverTypeWrapper<AddFavoritePathUserError>;
  AddSectionErrorCode: AddSectionErrorCode;
  AddSectionInput: AddSectionInput;
  AddSectionPayload: ResolverTypeWrapper<Omit<AddSectionPayload, 'line'> & { line?: Maybe<ResolversTypes['SubwayLine']> }>;
  AddSectionUserError: ResolverTypeWrapper<AddSectionUserError>;
  CreateLineErrorCode: CreateLineErrorCode;
  CreateLineInput: CreateLineInput;
  CreateLinePayload: ResolverTypeWrapper<Omit<CreateLinePayload, 'line'> & { line?: Maybe<ResolversTypes['SubwayLine']> }>;
  CreateLineUserError: ResolverTypeWrapper<CreateLineUserError>;
  CreateStationErrorCode: CreateStationErrorCode;
  CreateStationInput: CreateStationInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CreateStationPayload: ResolverTypeWrapper<Omit<CreateStationPayload, 'station'> & { station?: Maybe<ResolversTypes['Station']> }>;
  CreateStationUserError: ResolverTypeWrapper<CreateStationUserError>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteLineErrorCode: DeleteLineErrorCode;
  DeleteLineInput: DeleteLineInput;
  DeleteLinePayload: ResolverTypeWrapper<DeleteLinePayload>;
  DeleteLineUserError: ResolverTypeWrapper<DeleteLineUserError>;
  DeleteStationErrorCode: DeleteStationErrorCode;
  DeleteStationInput: DeleteStationInput;
  DeleteStationPayload: ResolverTypeWrapper<DeleteStationPayload>;
  DeleteStationUserError: ResolverTypeWrapper<DeleteStationUserError>;
  FavoritePath: ResolverTypeWrapper<FavoritePathView>;
  FavoritePathConnection: ResolverTypeWrapper<Omit<FavoritePathConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['FavoritePathEdge']>, nodes: ReadonlyArray<ResolversTypes['FavoritePath']> }>;
  FavoritePathEdge: ResolverTypeWrapper<Omit<FavoritePathEdge, 'node'> & { node: ResolversTypes['FavoritePath'] }>;
  ItineraryStop: ResolverTypeWrapper<ItineraryStopReference>;
  Member: ResolverTypeWrapper<MemberReference>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NearestStation: ResolverTypeWrapper<Omit<NearestStation, 'station'> & { station: ResolversTypes['Station'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RemoveFavoritePathErrorCode: RemoveFavoritePathErrorCode;
  RemoveFavoritePathInput: RemoveFavoritePathInput;
  RemoveFavoritePathPayload: ResolverTypeWrapper<RemoveFavoritePathPayload>;
  RemoveFavoritePathUserError: ResolverTypeWrapper<RemoveFavoritePathUserError>;
  RemoveStationFromLineErrorCode: RemoveStationFromLineErrorCode;
  RemoveStationFromLineInput: RemoveStationFromLineInput;
  RemoveStationFromLinePayload: ResolverTypeWrapper<Omit<RemoveStationFromLinePayload, 'line'> & { line?: Maybe<ResolversTypes['SubwayLine']> }>;
  RemoveStationFromLineUserError: ResolverTypeWrapper<RemoveStationFromLineUserError>;
  Station: ResolverTypeWrapper<StationModel>;
  StationConnection: ResolverTypeWrapper<Omit<StationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['StationEdge']>, nodes: ReadonlyArray<ResolversTypes['Station']> }>;
  StationEdge: ResolverTypeWrapper<Omit<StationEdge, 'node'> & { node: ResolversTypes['Station'] }>;
  SubwayBranch: ResolverTypeWrapper<Branch>;
  SubwayFare: ResolverTypeWrapper<Fare>;
  SubwayLeg: ResolverTypeWrapper<PathLeg>;
  SubwayLine: ResolverTypeWrapper<Line>;
  SubwayPassenger: SubwayPassenger;
  SubwayPath: ResolverTypeWrapper<Route>;
  SubwayPathCriterion: SubwayPathCriterion;
  SubwaySection: ResolverTypeWrapper<SectionView>;
  SubwaySectionSource: SubwaySectionSource;
  SubwayTransfer: ResolverTypeWrapper<PathTransfer>;
  TaxiPlace: ResolverTypeWrapper<TaxiPlaceReference>;
  Won: ResolverTypeWrapper<Scalars['Won']['output']>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddFavoritePathInput: AddFavoritePathInput;
  ID: Scalars['ID']['output'];
  AddFavoritePathPayload: Omit<AddFavoritePathPayload, 'favoritePath'> & { favoritePath?: Maybe<ResolversParentTypes['FavoritePath']> };
  AddFavoritePathUserError: AddFavoritePathUserError;
  AddSectionInput: AddSectionInput;
  AddSectionPayload: Omit<AddSectionPayload, 'line'> & { line?: Maybe<ResolversParentTypes['SubwayLine']> };
  AddSectionUserError: AddSectionUserError;
  CreateLineInput: CreateLineInput;
  CreateLinePayload: Omit<CreateLinePayload, 'line'> & { line?: Maybe<ResolversParentTypes['SubwayLine']> };
  CreateLineUserError: CreateLineUserError;
  CreateStationInput: CreateStationInput;
  Float: Scalars['Float']['output'];
  CreateStationPayload: Omit<CreateStationPayload, 'station'> & { station?: Maybe<ResolversParentTypes['Station']> };
  CreateStationUserError: CreateStationUserError;
  DateTime: Scalars['DateTime']['output'];
  DeleteLineInput: DeleteLineInput;
  DeleteLinePayload: DeleteLinePayload;
  DeleteLineUserError: DeleteLineUserError;
  DeleteStationInput: DeleteStationInput;
  DeleteStationPayload: DeleteStationPayload;
  DeleteStationUserError: DeleteStationUserError;
  FavoritePath: FavoritePathView;
  FavoritePathConnection: Omit<FavoritePathConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['FavoritePathEdge']>, nodes: ReadonlyArray<ResolversParentTypes['FavoritePath']> };
  FavoritePathEdge: Omit<FavoritePathEdge, 'node'> & { node: ResolversParentTypes['FavoritePath'] };
  ItineraryStop: ItineraryStopReference;
  Member: MemberReference;
  Mutation: Record<PropertyKey, never>;
  NearestStation: Omit<NearestStation, 'station'> & { station: ResolversParentTypes['Station'] };
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  RemoveFavoritePathInput: RemoveFavoritePathInput;
  RemoveFavoritePathPayload: RemoveFavoritePathPayload;
  RemoveFavoritePathUserError: RemoveFavoritePathUserError;
  RemoveStationFromLineInput: RemoveStationFromLineInput;
  RemoveStationFromLinePayload: Omit<RemoveStationFromLinePayload, 'line'> & { line?: Maybe<ResolversParentTypes['SubwayLine']> };
  RemoveStationFromLineUserError: RemoveStationFromLineUserError;
  Station: StationModel;
  StationConnection: Omit<StationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['StationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Station']> };
  StationEdge: Omit<StationEdge, 'node'> & { node: ResolversParentTypes['Station'] };
  SubwayBranch: Branch;
  SubwayFare: Fare;
  SubwayLeg: PathLeg;
  SubwayLine: Line;
  SubwayPath: Route;
  SubwaySection: SectionView;
  SubwayTransfer: PathTransfer;
  TaxiPlace: TaxiPlaceReference;
  Won: Scalars['Won']['output'];
  link__Import: Scalars['link__Import']['output'];
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
};

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = GraphContext, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ClearsCacheDirectiveArgs = { };

export type ClearsCacheDirectiveResolver<Result, Parent, ContextType = GraphContext, Args = ClearsCacheDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<ReadonlyArray<Maybe<Scalars['link__Import']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = GraphContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddFavoritePathPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AddFavoritePathPayload'] = ResolversParentTypes['AddFavoritePathPayload']> = {
  favoritePath?: Resolver<Maybe<ResolversTypes['FavoritePath']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AddFavoritePathUserError']>, ParentType, ContextType>;
};

export type AddFavoritePathUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AddFavoritePathUserError'] = ResolversParentTypes['AddFavoritePathUserError']> = {
  code?: Resolver<ResolversTypes['AddFavoritePathErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AddSectionPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AddSectionPayload'] = ResolversParentTypes['AddSectionPayload']> = {
  line?: Resolver<Maybe<ResolversTypes['SubwayLine']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['AddSectionUserError']>, ParentType, ContextType>;
};

export type AddSectionUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AddSectionUserError'] = ResolversParentTypes['AddSectionUserError']> = {
  code?: Resolver<ResolversTypes['AddSectionErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateLinePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CreateLinePayload'] = ResolversParentTypes['CreateLinePayload']> = {
  line?: Resolver<Maybe<ResolversTypes['SubwayLine']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreateLineUserError']>, ParentType, ContextType>;
};

export type CreateLineUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CreateLineUserError'] = ResolversParentTypes['CreateLineUserError']> = {
  code?: Resolver<ResolversTypes['CreateLineErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateStationPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CreateStationPayload'] = ResolversParentTypes['CreateStationPayload']> = {
  station?: Resolver<Maybe<ResolversTypes['Station']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CreateStationUserError']>, ParentType, ContextType>;
};

export type CreateStationUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CreateStationUserError'] = ResolversParentTypes['CreateStationUserError']> = {
  code?: Resolver<ResolversTypes['CreateStationErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteLinePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeleteLinePayload'] = ResolversParentTypes['DeleteLinePayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DeleteLineUserError']>, ParentType, ContextType>;
};

export type DeleteLineUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeleteLineUserError'] = ResolversParentTypes['DeleteLineUserError']> = {
  code?: Resolver<ResolversTypes['DeleteLineErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeleteStationPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeleteStationPayload'] = ResolversParentTypes['DeleteStationPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DeleteStationUserError']>, ParentType, ContextType>;
};

export type DeleteStationUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeleteStationUserError'] = ResolversParentTypes['DeleteStationUserError']> = {
  code?: Resolver<ResolversTypes['DeleteStationErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FavoritePathResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FavoritePath'] = ResolversParentTypes['FavoritePath']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fare?: Resolver<Maybe<ResolversTypes['SubwayFare']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Station'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['SubwayPath']>, ParentType, ContextType, RequireFields<FavoritePathPathArgs, 'by'>>;
  to?: Resolver<ResolversTypes['Station'], ParentType, ContextType>;
};

export type FavoritePathConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FavoritePathConnection'] = ResolversParentTypes['FavoritePathConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FavoritePathEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['FavoritePath']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FavoritePathEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['FavoritePathEdge'] = ResolversParentTypes['FavoritePathEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FavoritePath'], ParentType, ContextType>;
};

export type ItineraryStopResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ItineraryStop'] = ResolversParentTypes['ItineraryStop'], FederationReferenceType extends FederationReferenceTypes['ItineraryStop'] = FederationReferenceTypes['ItineraryStop']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ItineraryStop']> | FederationReferenceType, FederationReferenceType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  nearestStation?: Resolver<Maybe<ResolversTypes['NearestStation']>, ParentType, ContextType>;
};

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  favoritePaths?: Resolver<Maybe<ResolversTypes['FavoritePathConnection']>, ParentType, ContextType, RequireFields<MemberFavoritePathsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addFavoritePath?: Resolver<ResolversTypes['AddFavoritePathPayload'], ParentType, ContextType, RequireFields<MutationAddFavoritePathArgs, 'input'>>;
  addSection?: Resolver<ResolversTypes['AddSectionPayload'], ParentType, ContextType, RequireFields<MutationAddSectionArgs, 'input'>>;
  createLine?: Resolver<ResolversTypes['CreateLinePayload'], ParentType, ContextType, RequireFields<MutationCreateLineArgs, 'input'>>;
  createStation?: Resolver<ResolversTypes['CreateStationPayload'], ParentType, ContextType, RequireFields<MutationCreateStationArgs, 'input'>>;
  deleteLine?: Resolver<ResolversTypes['DeleteLinePayload'], ParentType, ContextType, RequireFields<MutationDeleteLineArgs, 'input'>>;
  deleteStation?: Resolver<ResolversTypes['DeleteStationPayload'], ParentType, ContextType, RequireFields<MutationDeleteStationArgs, 'input'>>;
  removeFavoritePath?: Resolver<ResolversTypes['RemoveFavoritePathPayload'], ParentType, ContextType, RequireFields<MutationRemoveFavoritePathArgs, 'input'>>;
  removeStationFromLine?: Resolver<ResolversTypes['RemoveStationFromLinePayload'], ParentType, ContextType, RequireFields<MutationRemoveStationFromLineArgs, 'input'>>;
};

export type NearestStationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['NearestStation'] = ResolversParentTypes['NearestStation']> = {
  distanceMeters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  station?: Resolver<ResolversTypes['Station'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  station?: Resolver<Maybe<ResolversTypes['Station']>, ParentType, ContextType, RequireFields<QueryStationArgs, 'id'>>;
  stations?: Resolver<ResolversTypes['StationConnection'], ParentType, ContextType, RequireFields<QueryStationsArgs, 'first'>>;
  subwayLine?: Resolver<Maybe<ResolversTypes['SubwayLine']>, ParentType, ContextType, RequireFields<QuerySubwayLineArgs, 'id'>>;
  subwayLines?: Resolver<ReadonlyArray<ResolversTypes['SubwayLine']>, ParentType, ContextType>;
  subwayPath?: Resolver<ResolversTypes['SubwayPath'], ParentType, ContextType, RequireFields<QuerySubwayPathArgs, 'by' | 'from' | 'to'>>;
};

export type RemoveFavoritePathPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RemoveFavoritePathPayload'] = ResolversParentTypes['RemoveFavoritePathPayload']> = {
  removedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RemoveFavoritePathUserError']>, ParentType, ContextType>;
};

export type RemoveFavoritePathUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RemoveFavoritePathUserError'] = ResolversParentTypes['RemoveFavoritePathUserError']> = {
  code?: Resolver<ResolversTypes['RemoveFavoritePathErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RemoveStationFromLinePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RemoveStationFromLinePayload'] = ResolversParentTypes['RemoveStationFromLinePayload']> = {
  line?: Resolver<Maybe<ResolversTypes['SubwayLine']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RemoveStationFromLineUserError']>, ParentType, ContextType>;
};

export type RemoveStationFromLineUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RemoveStationFromLineUserError'] = ResolversParentTypes['RemoveStationFromLineUserError']> = {
  code?: Resolver<ResolversTypes['RemoveStationFromLineErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Station'] = ResolversParentTypes['Station'], FederationReferenceType extends FederationReferenceTypes['Station'] = FederationReferenceTypes['Station']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Station']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['SubwayLine']>, ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StationConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StationConnection'] = ResolversParentTypes['StationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Station']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StationEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StationEdge'] = ResolversParentTypes['StationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Station'], ParentType, ContextType>;
};

export type SubwayBranchResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SubwayBranch'] = ResolversParentTypes['SubwayBranch']> = {
  isCircular?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isOneWay?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sections?: Resolver<ReadonlyArray<ResolversTypes['SubwaySection']>, ParentType, ContextType>;
  stations?: Resolver<ReadonlyArray<ResolversTypes['Station']>, ParentType, ContextType>;
};

export type SubwayFareResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SubwayFare'] = ResolversParentTypes['SubwayFare']> = {
  card?: Resolver<ResolversTypes['Won'], ParentType, ContextType>;
  isEarlyBird?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  passenger?: Resolver<ResolversTypes['SubwayPassenger'], ParentType, ContextType>;
  single?: Resolver<ResolversTypes['Won'], ParentType, ContextType>;
};

export type SubwayLegResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SubwayLeg'] = ResolversParentTypes['SubwayLeg']> = {
  distanceMeters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['SubwayLine'], ParentType, ContextType>;
  stations?: Resolver<ReadonlyArray<ResolversTypes['Station']>, ParentType, ContextType>;
};

export type SubwayLineResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SubwayLine'] = ResolversParentTypes['SubwayLine'], FederationReferenceType extends FederationReferenceTypes['SubwayLine'] = FederationReferenceTypes['SubwayLine']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SubwayLine']> | FederationReferenceType, FederationReferenceType, ContextType>;
  branches?: Resolver<ReadonlyArray<ResolversTypes['SubwayBranch']>, ParentType, ContextType>;
  color?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stations?: Resolver<ReadonlyArray<ResolversTypes['Station']>, ParentType, ContextType>;
  surcharge?: Resolver<ResolversTypes['Won'], ParentType, ContextType>;
};

export type SubwayPathResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SubwayPath'] = ResolversParentTypes['SubwayPath']> = {
  by?: Resolver<ResolversTypes['SubwayPathCriterion'], ParentType, ContextType>;
  departAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  distanceMeters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fare?: Resolver<ResolversTypes['SubwayFare'], ParentType, ContextType, Partial<SubwayPathFareArgs>>;
  fares?: Resolver<ReadonlyArray<ResolversTypes['SubwayFare']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Station'], ParentType, ContextType>;
  isEstimated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  legs?: Resolver<ReadonlyArray<ResolversTypes['SubwayLeg']>, ParentType, ContextType>;
  stations?: Resolver<ReadonlyArray<ResolversTypes['Station']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Station'], ParentType, ContextType>;
  transferCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  transfers?: Resolver<ReadonlyArray<ResolversTypes['SubwayTransfer']>, ParentType, ContextType>;
};

export type SubwaySectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SubwaySection'] = ResolversParentTypes['SubwaySection']> = {
  distanceMeters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  downStation?: Resolver<ResolversTypes['Station'], ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['SubwaySectionSource'], ParentType, ContextType>;
  upStation?: Resolver<ResolversTypes['Station'], ParentType, ContextType>;
};

export type SubwayTransferResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['SubwayTransfer'] = ResolversParentTypes['SubwayTransfer']> = {
  fromLine?: Resolver<ResolversTypes['SubwayLine'], ParentType, ContextType>;
  isEstimated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  station?: Resolver<ResolversTypes['Station'], ParentType, ContextType>;
  toLine?: Resolver<ResolversTypes['SubwayLine'], ParentType, ContextType>;
  walkMeters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  walkSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxiPlaceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaxiPlace'] = ResolversParentTypes['TaxiPlace'], FederationReferenceType extends FederationReferenceTypes['TaxiPlace'] = FederationReferenceTypes['TaxiPlace']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TaxiPlace']> | FederationReferenceType, FederationReferenceType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  nearestStation?: Resolver<Maybe<ResolversTypes['NearestStation']>, ParentType, ContextType>;
};

export interface WonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Won'], any> {
  name: 'Won';
}

export interface Link__ImportScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['link__Import'], any> {
  name: 'link__Import';
}

export type Resolvers<ContextType = GraphContext> = {
  AddFavoritePathPayload?: AddFavoritePathPayloadResolvers<ContextType>;
  AddFavoritePathUserError?: AddFavoritePathUserErrorResolvers<ContextType>;
  AddSectionPayload?: AddSectionPayloadResolvers<ContextType>;
  AddSectionUserError?: AddSectionUserErrorResolvers<ContextType>;
  CreateLinePayload?: CreateLinePayloadResolvers<ContextType>;
  CreateLineUserError?: CreateLineUserErrorResolvers<ContextType>;
  CreateStationPayload?: CreateStationPayloadResolvers<ContextType>;
  CreateStationUserError?: CreateStationUserErrorResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteLinePayload?: DeleteLinePayloadResolvers<ContextType>;
  DeleteLineUserError?: DeleteLineUserErrorResolvers<ContextType>;
  DeleteStationPayload?: DeleteStationPayloadResolvers<ContextType>;
  DeleteStationUserError?: DeleteStationUserErrorResolvers<ContextType>;
  FavoritePath?: FavoritePathResolvers<ContextType>;
  FavoritePathConnection?: FavoritePathConnectionResolvers<ContextType>;
  FavoritePathEdge?: FavoritePathEdgeResolvers<ContextType>;
  ItineraryStop?: ItineraryStopResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NearestStation?: NearestStationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RemoveFavoritePathPayload?: RemoveFavoritePathPayloadResolvers<ContextType>;
  RemoveFavoritePathUserError?: RemoveFavoritePathUserErrorResolvers<ContextType>;
  RemoveStationFromLinePayload?: RemoveStationFromLinePayloadResolvers<ContextType>;
  RemoveStationFromLineUserError?: RemoveStationFromLineUserErrorResolvers<ContextType>;
  Station?: StationResolvers<ContextType>;
  StationConnection?: StationConnectionResolvers<ContextType>;
  StationEdge?: StationEdgeResolvers<ContextType>;
  SubwayBranch?: SubwayBranchResolvers<ContextType>;
  SubwayFare?: SubwayFareResolvers<ContextType>;
  SubwayLeg?: SubwayLegResolvers<ContextType>;
  SubwayLine?: SubwayLineResolvers<ContextType>;
  SubwayPath?: SubwayPathResolvers<ContextType>;
  SubwaySection?: SubwaySectionResolvers<ContextType>;
  SubwayTransfer?: SubwayTransferResolvers<ContextType>;
  TaxiPlace?: TaxiPlaceResolvers<ContextType>;
  Won?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  clearsCache?: ClearsCacheDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
};
