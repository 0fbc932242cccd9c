import type { Won } from '@moa/money';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { BookingView } from '../domain/booking-view.ts';
import type { OfferView } from '../domain/offer-view.ts';
import type { Driver as DriverModel } from '../domain/driver.ts';
import type { RideHistoryEntry as RideHistoryEntryModel } from '../domain/ride-history.ts';
import type { PaymentReference } from './payment.ts';
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

export type AcceptRideInput = {
  readonly offerId: Scalars['ID']['input'];
};

export type AcceptRidePayload = {
  readonly booking?: Maybe<TaxiBooking>;
  readonly userErrors: ReadonlyArray<RideOfferUserError>;
};

export type CancelTaxiErrorCode =
  | 'BOOKING_HAS_ENDED'
  /** There is none of that id among your bookings. */
  | 'BOOKING_NOT_FOUND'
  | 'RIDE_HAS_BEGUN';

export type CancelTaxiInput = {
  readonly bookingId: Scalars['ID']['input'];
};

export type CancelTaxiPayload = {
  readonly booking?: Maybe<TaxiBooking>;
  readonly userErrors: ReadonlyArray<CancelTaxiUserError>;
};

export type CancelTaxiUserError = {
  readonly code: CancelTaxiErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type DeclineRideInput = {
  readonly offerId: Scalars['ID']['input'];
};

export type DeclineRidePayload = {
  readonly offer?: Maybe<RideOffer>;
  readonly userErrors: ReadonlyArray<RideOfferUserError>;
};

/** A member as a driver. Only the driver and administrators see it. */
export type Driver = {
  /** The ride from its dispatch to its end. */
  readonly booking?: Maybe<TaxiBooking>;
  readonly member?: Maybe<Member>;
  /** The offer that waits for an answer. */
  readonly offer?: Maybe<RideOffer>;
  readonly phone: Scalars['String']['output'];
  readonly plate: Scalars['String']['output'];
  /** Last reported; null while offline. */
  readonly position?: Maybe<TaxiPosition>;
  readonly status: DriverStatus;
};

export type DriverErrorCode =
  | 'COORDINATES_INVALID'
  /** The member does not hold the role DRIVER. */
  | 'NOT_A_DRIVER'
  /** Call registerDriver first. */
  | 'NOT_REGISTERED'
  /** Call goOnline first. */
  | 'OFFLINE'
  | 'OUTSIDE_SERVICE_AREA'
  | 'PHONE_INVALID'
  | 'PLATE_INVALID';

export type DriverStatus =
  /** 예약 또는 운행 중 */
  | 'BOOKED'
  /** 빈 차 */
  | 'FREE'
  /** 배차 응답 대기 */
  | 'OFFERED'
  /** 쉬는 중 */
  | 'OFFLINE';

export type DriverUserError = {
  readonly code: DriverErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type EndRideInput = {
  readonly bookingId: Scalars['ID']['input'];
};

export type EndRidePayload = {
  /** Also when the payment failed: the ride as it stands, with its bill. */
  readonly booking?: Maybe<TaxiBooking>;
  readonly userErrors: ReadonlyArray<RideUserError>;
};

/** Relay's empty input. */
export type GoOfflineInput = {
  /** Ignored. */
  readonly clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

export type GoOfflinePayload = {
  readonly driver?: Maybe<Driver>;
  readonly userErrors: ReadonlyArray<DriverUserError>;
};

export type GoOnlineInput = {
  readonly latitude: Scalars['Float']['input'];
  readonly longitude: Scalars['Float']['input'];
};

export type GoOnlinePayload = {
  readonly driver?: Maybe<Driver>;
  readonly userErrors: ReadonlyArray<DriverUserError>;
};

export type Member = {
  /** Null for who is no driver. Only for the member. */
  readonly driver?: Maybe<Driver>;
  readonly id: Scalars['ID']['output'];
  /** My rides as a customer or as a driver, the newest first, from a view that follows the bookings a moment behind. Only for the member. */
  readonly rideHistory?: Maybe<RideHistoryConnection>;
  /** What I booked, the newest first. Only for the member. */
  readonly taxiBookings?: Maybe<TaxiBookingConnection>;
};


export type MemberRideHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  as?: RideRole;
  first?: Scalars['Int']['input'];
};


export type MemberTaxiBookingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  status?: InputMaybe<TaxiBookingStatus>;
};

export type Mutation = {
  /** The driver takes the ride that was offered (배차 수락). */
  readonly acceptRide: AcceptRidePayload;
  /** Cancels a booking until boarding (호출 취소). Settled a moment later: watch it with `taxiBookingChanged`. */
  readonly cancelTaxi: CancelTaxiPayload;
  /** The driver does not take it; the next one is asked (배차 거절). */
  readonly declineRide: DeclineRidePayload;
  /** The customer gets out (하차): the fare is computed and paid. When the payment fails the ride is not completed: call it again. */
  readonly endRide: EndRidePayload;
  /** The driver takes no more rides. An offer that is open counts as declined; a ride under way is finished first. */
  readonly goOffline: GoOfflinePayload;
  /** The driver takes rides from now on, and stands here. */
  readonly goOnline: GoOnlinePayload;
  /** A member with the role DRIVER becomes a driver, or changes plate and phone (기사 등록). */
  readonly registerDriver: RegisterDriverPayload;
  /** The driver is here now. Meant to be called about once a second. */
  readonly reportPosition: ReportPositionPayload;
  /** Asks for a taxi (택시 호출). A driver is looked for by itself; watch it with `taxiBookingChanged`. Answered within 60 seconds. */
  readonly requestTaxi: RequestTaxiPayload;
  /** The customer is in the car (탑승). */
  readonly startRide: StartRidePayload;
};


export type MutationAcceptRideArgs = {
  input: AcceptRideInput;
};


export type MutationCancelTaxiArgs = {
  input: CancelTaxiInput;
};


export type MutationDeclineRideArgs = {
  input: DeclineRideInput;
};


export type MutationEndRideArgs = {
  input: EndRideInput;
};


export type MutationGoOfflineArgs = {
  input?: GoOfflineInput;
};


export type MutationGoOnlineArgs = {
  input: GoOnlineInput;
};


export type MutationRegisterDriverArgs = {
  input: RegisterDriverInput;
};


export type MutationReportPositionArgs = {
  input: ReportPositionInput;
};


export type MutationRequestTaxiArgs = {
  input: RequestTaxiInput;
};


export type MutationStartRideArgs = {
  input: StartRideInput;
};

export type PageInfo = {
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
};

export type Payment = {
  readonly id: Scalars['ID']['output'];
};

export type Query = {
  /** One of my bookings, or of the rides I drive; null when there is none of that id that I may see. */
  readonly taxiBooking?: Maybe<TaxiBooking>;
  /** What a ride would cost just now, and how long it would take (예상 요금). Fails with BAD_USER_INPUT for places where Moa has no taxis. */
  readonly taxiEstimate: TaxiEstimate;
};


export type QueryTaxiBookingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTaxiEstimateArgs = {
  dropoff: TaxiPlaceInput;
  pickup: TaxiPlaceInput;
};

export type RegisterDriverInput = {
  /** 8 to 15 digits; + at the front, spaces and hyphens may stand between: 010-1234-5678. */
  readonly phone: Scalars['String']['input'];
  /** 1 to 20 letters, digits, spaces and hyphens, with a digit among them: 서울 31 바 1234. */
  readonly plate: Scalars['String']['input'];
};

export type RegisterDriverPayload = {
  readonly driver?: Maybe<Driver>;
  readonly userErrors: ReadonlyArray<DriverUserError>;
};

export type ReportPositionInput = {
  readonly latitude: Scalars['Float']['input'];
  readonly longitude: Scalars['Float']['input'];
};

export type ReportPositionPayload = {
  readonly position?: Maybe<TaxiPosition>;
  readonly userErrors: ReadonlyArray<DriverUserError>;
};

export type RequestTaxiErrorCode =
  /** A member has one booking at a time. */
  | 'ALREADY_BOOKED'
  /** Not a number of degrees on Earth. */
  | 'COORDINATES_INVALID'
  /** A driver with a ride of their own can't book one. */
  | 'DRIVING'
  | 'IDEMPOTENCY_KEY_INVALID'
  /** The key was used before, with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** No car is free around there just now. */
  | 'NO_CAR_FREE'
  | 'OUTSIDE_SERVICE_AREA'
  | 'PAYMENT_METHOD_INVALID'
  | 'PLACE_NAME_TOO_LONG'
  | 'SAME_PLACE';

export type RequestTaxiInput = {
  /** At least 50 metres from the pick-up, at most 60 kilometres from Seoul City Hall. */
  readonly dropoff: TaxiPlaceInput;
  /** Made by the client, 1 to 100 characters. The same key with the same input gives the same booking, whatever is repeated. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** One of my payment methods; the first one I saved when left out. */
  readonly paymentMethodId?: InputMaybe<Scalars['ID']['input']>;
  /** In the city of Seoul. */
  readonly pickup: TaxiPlaceInput;
};

export type RequestTaxiPayload = {
  readonly booking?: Maybe<TaxiBooking>;
  readonly userErrors: ReadonlyArray<RequestTaxiUserError>;
};

export type RequestTaxiUserError = {
  readonly code: RequestTaxiErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
  /** With NO_CAR_FREE: when asking again makes sense, in seconds. */
  readonly retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

export type RideDispatchStatus =
  /** 운행 끝 */
  | 'DONE'
  /** 운행 중 */
  | 'DRIVING'
  /** 배차 없이 끝남 */
  | 'NONE'
  /** 가는 중 */
  | 'ON_THE_WAY'
  /** 기사를 찾는 중 */
  | 'SEARCHING';

export type RideErrorCode =
  /** There is none of that id among your rides. */
  | 'BOOKING_NOT_FOUND'
  /** No driver has accepted it, or it was cancelled. */
  | 'NOT_DISPATCHED'
  /** The customer is not in the car. */
  | 'NOT_IN_RIDE'
  /** It is not known yet whether the payment came through. It will show by itself; ending the ride again is safe. */
  | 'PAYMENT_PENDING'
  /** The payment was refused; the customer may choose another payment method, and the ride be ended again. */
  | 'PAYMENT_REFUSED'
  /** Payments can't be made just now; end the ride again in a moment. */
  | 'PAYMENT_UNAVAILABLE';

export type RideHistoryConnection = {
  readonly edges: ReadonlyArray<RideHistoryEdge>;
  readonly nodes: ReadonlyArray<RideHistoryEntry>;
  readonly pageInfo: PageInfo;
};

export type RideHistoryEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: RideHistoryEntry;
};

/** A ride as it is remembered. */
export type RideHistoryEntry = {
  readonly booking?: Maybe<TaxiBooking>;
  readonly bookingStatus: TaxiBookingStatus;
  /** What the driver's side of it came to. */
  readonly dispatchStatus: RideDispatchStatus;
  readonly driver?: Maybe<TaxiDriver>;
  readonly dropoff: TaxiPlace;
  /** The bill, or the estimate until there is one. */
  readonly fare: Scalars['Won']['output'];
  readonly paymentStatus: RidePaymentStatus;
  readonly pickup: TaxiPlace;
  readonly requestedAt: Scalars['DateTime']['output'];
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** A ride that a driver was asked to take. Only that driver sees it. */
export type RideOffer = {
  readonly dropoff: TaxiPlace;
  readonly estimatedFare: Scalars['Won']['output'];
  readonly expiresAt: Scalars['DateTime']['output'];
  readonly id: Scalars['ID']['output'];
  readonly pickup: TaxiPlace;
  /** From the driver to the pick-up. */
  readonly pickupDistanceMeters: Scalars['Int']['output'];
  readonly status: RideOfferStatus;
};

export type RideOfferErrorCode =
  /** It was answered before, in the other way. */
  | 'OFFER_ALREADY_ANSWERED'
  /** The time to answer is over. */
  | 'OFFER_EXPIRED'
  /** There is none of that id among your offers. */
  | 'OFFER_NOT_FOUND'
  /** The customer does not need the car any more. */
  | 'OFFER_WITHDRAWN';

export type RideOfferStatus =
  | 'ACCEPTED'
  | 'DECLINED'
  /** Not answered in time. */
  | 'EXPIRED'
  | 'OPEN'
  /** The customer does not need the car any more. */
  | 'WITHDRAWN';

export type RideOfferUserError = {
  readonly code: RideOfferErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type RidePaymentStatus =
  /** 결제됨 */
  | 'CAPTURED'
  /** 결제 대기 */
  | 'DUE'
  /** 아직 결제할 것이 없음 */
  | 'NOT_DUE'
  /** 결제 거절 */
  | 'REFUSED';

export type RideRole =
  | 'CUSTOMER'
  | 'DRIVER';

export type RideUserError = {
  readonly code: RideErrorCode;
  /** The path into the input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly message: Scalars['String']['output'];
};

export type StartRideInput = {
  readonly bookingId: Scalars['ID']['input'];
};

export type StartRidePayload = {
  readonly booking?: Maybe<TaxiBooking>;
  readonly userErrors: ReadonlyArray<RideUserError>;
};

export type Subscription = {
  /** For drivers: the offer that is open now, if there is one, then each new one, and what became of it. */
  readonly rideOffered?: Maybe<RideOffer>;
  /** The booking as it is now, then each change to it. */
  readonly taxiBookingChanged?: Maybe<TaxiBooking>;
  /** Where the car is, from its dispatch to the end of the ride: at most twice a second, the latest position. Ends with the ride. */
  readonly taxiPosition?: Maybe<TaxiPosition>;
};


export type SubscriptionTaxiBookingChangedArgs = {
  bookingId: Scalars['ID']['input'];
};


export type SubscriptionTaxiPositionArgs = {
  bookingId: Scalars['ID']['input'];
};

export type TaxiBill = {
  readonly distanceMeters: Scalars['Int']['output'];
  readonly durationSeconds: Scalars['Int']['output'];
  readonly endedAt: Scalars['DateTime']['output'];
  readonly fare: Scalars['Won']['output'];
  /** Share of the fare on top for night and for leaving the city, in percent, as it was at boarding. */
  readonly surchargePercent: Scalars['Int']['output'];
};

/** Somebody's need of a car, and what became of it. Customer, its driver and administrators see it. */
export type TaxiBooking = {
  /** When the car should be at the pick-up; null until the booking is DISPATCHED. */
  readonly arrivesAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the ride cost; null until the customer got out. */
  readonly bill?: Maybe<TaxiBill>;
  /** Null unless the booking ended without a ride. */
  readonly cancellation?: Maybe<TaxiCancellation>;
  readonly cancelledAt?: Maybe<Scalars['DateTime']['output']>;
  readonly completedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly customer?: Maybe<Member>;
  readonly dispatchedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who is coming, with plate and phone; null until the booking is DISPATCHED. */
  readonly driver?: Maybe<TaxiDriver>;
  readonly dropoff: TaxiPlace;
  /** As it was when the taxi was asked for. */
  readonly estimate: TaxiEstimate;
  readonly id: Scalars['ID']['output'];
  /** Null until the ride is paid, and for everybody but the payer. */
  readonly payment?: Maybe<Payment>;
  /** Why the last try to pay the bill failed; null when it did not. */
  readonly paymentFailure?: Maybe<TaxiPaymentFailure>;
  readonly pickup: TaxiPlace;
  readonly requestedAt: Scalars['DateTime']['output'];
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly status: TaxiBookingStatus;
};

export type TaxiBookingConnection = {
  readonly edges: ReadonlyArray<TaxiBookingEdge>;
  readonly nodes: ReadonlyArray<TaxiBooking>;
  readonly pageInfo: PageInfo;
};

export type TaxiBookingEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: TaxiBooking;
};

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

export type TaxiCancellation = {
  /** In words, for people. */
  readonly message: Scalars['String']['output'];
  readonly reason: TaxiCancellationReason;
  /** When asking again makes sense, in seconds; null when it was the customer's own wish. */
  readonly retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
};

export type TaxiCancellationReason =
  /** 고객 취소 */
  | 'CUSTOMER'
  /** 수락한 기사가 없음 */
  | 'NOT_ANSWERED'
  /** 주변에 빈 차가 없음 */
  | 'NO_CAR';

/** What the customer is told of the driver. */
export type TaxiDriver = {
  readonly member?: Maybe<Member>;
  readonly phone: Scalars['String']['output'];
  /** The number plate (차량 번호). */
  readonly plate: Scalars['String']['output'];
};

export type TaxiEstimate = {
  readonly distanceMeters: Scalars['Int']['output'];
  readonly dropoff: TaxiPlace;
  readonly durationSeconds: Scalars['Int']['output'];
  /** With the tariff of this hour; the meter decides in the end. */
  readonly fare: Scalars['Won']['output'];
  readonly pickup: TaxiPlace;
  /** How long the nearest free car would take to the pick-up; null when there is none near. */
  readonly pickupSeconds?: Maybe<Scalars['Int']['output']>;
};

export type TaxiPaymentFailure = {
  /** A stable code, the provider's or our own. */
  readonly code: Scalars['String']['output'];
  /** In words, for people. */
  readonly message: Scalars['String']['output'];
};

/** A place on the map. Subway knows the station near it by where it is. */
export type TaxiPlace = {
  /** Degrees north, WGS84. */
  readonly latitude: Scalars['Float']['output'];
  /** Degrees east, WGS84. */
  readonly longitude: Scalars['Float']['output'];
  /** As the customer named it. */
  readonly name: Scalars['String']['output'];
};

export type TaxiPlaceInput = {
  /** Degrees north, WGS84. */
  readonly latitude: Scalars['Float']['input'];
  /** Degrees east, WGS84. */
  readonly longitude: Scalars['Float']['input'];
  /** Up to 100 characters, as the customer would say it. */
  readonly name?: Scalars['String']['input'];
};

export type TaxiPosition = {
  readonly at: Scalars['DateTime']['output'];
  readonly latitude: Scalars['Float']['output'];
  readonly longitude: Scalars['Float']['output'];
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
  TaxiBooking: TaxiBooking;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
  TaxiBooking:
    ( { __typename: 'TaxiBooking' }
    & GraphQLRecursivePick<FederationTypes['TaxiBooking'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptRideInput: AcceptRideInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AcceptRidePayload: ResolverTypeWrapper<Omit<AcceptRidePayload, 'booking'> & { booking?: Maybe<ResolversTypes['TaxiBooking']> }>;
  CancelTaxiErrorCode: CancelTaxiErrorCode;
  CancelTaxiInput: CancelTaxiInput;
  CancelTaxiPayload: ResolverTypeWrapper<Omit<CancelTaxiPayload, 'booking'> & { booking?: Maybe<ResolversTypes['TaxiBooking']> }>;
  CancelTaxiUserError: ResolverTypeWrapper<CancelTaxiUserError>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeclineRideInput: DeclineRideInput;
  DeclineRidePayload: ResolverTypeWrapper<Omit<DeclineRidePayload, 'offer'> & { offer?: Maybe<ResolversTypes['RideOffer']> }>;
  Driver: ResolverTypeWrapper<DriverModel>;
  DriverErrorCode: DriverErrorCode;
  DriverStatus: DriverStatus;
  DriverUserError: ResolverTypeWrapper<DriverUserError>;
  EndRideInput: EndRideInput;
  EndRidePayload: ResolverTypeWrapper<Omit<EndRidePayload, 'booking'> & { booking?: Maybe<ResolversTypes['TaxiBooking']> }>;
  GoOfflineInput: GoOfflineInput;
  GoOfflinePayload: ResolverTypeWrapper<Omit<GoOfflinePayload, 'driver'> & { driver?: Maybe<ResolversTypes['Driver']> }>;
  GoOnlineInput: GoOnlineInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  GoOnlinePayload: ResolverTypeWrapper<Omit<GoOnlinePayload, 'driver'> & { driver?: Maybe<ResolversTypes['Driver']> }>;
  Member: ResolverTypeWrapper<MemberReference>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Payment: ResolverTypeWrapper<PaymentReference>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RegisterDriverInput: RegisterDriverInput;
  RegisterDriverPayload: ResolverTypeWrapper<Omit<RegisterDriverPayload, 'driver'> & { driver?: Maybe<ResolversTypes['Driver']> }>;
  ReportPositionInput: ReportPositionInput;
  ReportPositionPayload: ResolverTypeWrapper<ReportPositionPayload>;
  RequestTaxiErrorCode: RequestTaxiErrorCode;
  RequestTaxiInput: RequestTaxiInput;
  RequestTaxiPayload: ResolverTypeWrapper<Omit<RequestTaxiPayload, 'booking'> & { booking?: Maybe<ResolversTypes['TaxiBooking']> }>;
  RequestTaxiUserError: ResolverTypeWrapper<RequestTaxiUserError>;
  RideDispatchStatus: RideDispatchStatus;
  RideErrorCode: RideErrorCode;
  RideHistoryConnection: ResolverTypeWrapper<Omit<RideHistoryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['RideHistoryEdge']>, nodes: ReadonlyArray<ResolversTypes['RideHistoryEntry']> }>;
  RideHistoryEdge: ResolverTypeWrapper<Omit<RideHistoryEdge, 'node'> & { node: ResolversTypes['RideHistoryEntry'] }>;
  RideHistoryEntry: ResolverTypeWrapper<RideHistoryEntryModel>;
  RideOffer: ResolverTypeWrapper<OfferView>;
  RideOfferErrorCode: RideOfferErrorCode;
  RideOfferStatus: RideOfferStatus;
  RideOfferUserError: ResolverTypeWrapper<RideOfferUserError>;
  RidePaymentStatus: RidePaymentStatus;
  RideRole: RideRole;
  RideUserError: ResolverTypeWrapper<RideUserError>;
  StartRideInput: StartRideInput;
  StartRidePayload: ResolverTypeWrapper<Omit<StartRidePayload, 'booking'> & { booking?: Maybe<ResolversTypes['TaxiBooking']> }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TaxiBill: ResolverTypeWrapper<TaxiBill>;
  TaxiBooking: ResolverTypeWrapper<BookingView>;
  TaxiBookingConnection: ResolverTypeWrapper<Omit<TaxiBookingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['TaxiBookingEdge']>, nodes: ReadonlyArray<ResolversTypes['TaxiBooking']> }>;
  TaxiBookingEdge: ResolverTypeWrapper<Omit<TaxiBookingEdge, 'node'> & { node: ResolversTypes['TaxiBooking'] }>;
  TaxiBookingStatus: TaxiBookingStatus;
  TaxiCancellation: ResolverTypeWrapper<TaxiCancellation>;
  TaxiCancellationReason: TaxiCancellationReason;
  TaxiDriver: ResolverTypeWrapper<Omit<TaxiDriver, 'member'> & { member?: Maybe<ResolversTypes['Member']> }>;
  TaxiEstimate: ResolverTypeWrapper<TaxiEstimate>;
  TaxiPaymentFailure: ResolverTypeWrapper<TaxiPaymentFailure>;
  TaxiPlace: ResolverTypeWrapper<TaxiPlace>;
  TaxiPlaceInput: TaxiPlaceInput;
  TaxiPosition: ResolverTypeWrapper<TaxiPosition>;
  Won: ResolverTypeWrapper<Scalars['Won']['output']>;
  link__Import: ResolverTypeWrapper<Scalars['link__Import']['output']>;
  link__Purpose: Link__Purpose;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptRideInput: AcceptRideInput;
  ID: Scalars['ID']['output'];
  AcceptRidePayload: Omit<AcceptRidePayload, 'booking'> & { booking?: Maybe<ResolversParentTypes['TaxiBooking']> };
  CancelTaxiInput: CancelTaxiInput;
  CancelTaxiPayload: Omit<CancelTaxiPayload, 'booking'> & { booking?: Maybe<ResolversParentTypes['TaxiBooking']> };
  CancelTaxiUserError: CancelTaxiUserError;
  DateTime: Scalars['DateTime']['output'];
  DeclineRideInput: DeclineRideInput;
  DeclineRidePayload: Omit<DeclineRidePayload, 'offer'> & { offer?: Maybe<ResolversParentTypes['RideOffer']> };
  Driver: DriverModel;
  DriverUserError: DriverUserError;
  EndRideInput: EndRideInput;
  EndRidePayload: Omit<EndRidePayload, 'booking'> & { booking?: Maybe<ResolversParentTypes['TaxiBooking']> };
  GoOfflineInput: GoOfflineInput;
  GoOfflinePayload: Omit<GoOfflinePayload, 'driver'> & { driver?: Maybe<ResolversParentTypes['Driver']> };
  GoOnlineInput: GoOnlineInput;
  Float: Scalars['Float']['output'];
  GoOnlinePayload: Omit<GoOnlinePayload, 'driver'> & { driver?: Maybe<ResolversParentTypes['Driver']> };
  Member: MemberReference;
  Int: Scalars['Int']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Payment: PaymentReference;
  Query: Record<PropertyKey, never>;
  RegisterDriverInput: RegisterDriverInput;
  RegisterDriverPayload: Omit<RegisterDriverPayload, 'driver'> & { driver?: Maybe<ResolversParentTypes['Driver']> };
  ReportPositionInput: ReportPositionInput;
  ReportPositionPayload: ReportPositionPayload;
  RequestTaxiInput: RequestTaxiInput;
  RequestTaxiPayload: Omit<RequestTaxiPayload, 'booking'> & { booking?: Maybe<ResolversParentTypes['TaxiBooking']> };
  RequestTaxiUserError: RequestTaxiUserError;
  RideHistoryConnection: Omit<RideHistoryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['RideHistoryEdge']>, nodes: ReadonlyArray<ResolversParentTypes['RideHistoryEntry']> };
  RideHistoryEdge: Omit<RideHistoryEdge, 'node'> & { node: ResolversParentTypes['RideHistoryEntry'] };
  RideHistoryEntry: RideHistoryEntryModel;
  RideOffer: OfferView;
  RideOfferUserError: RideOfferUserError;
  RideUserError: RideUserError;
  StartRideInput: StartRideInput;
  StartRidePayload: Omit<StartRidePayload, 'booking'> & { booking?: Maybe<ResolversParentTypes['TaxiBooking']> };
  Subscription: Record<PropertyKey, never>;
  TaxiBill: TaxiBill;
  TaxiBooking: BookingView;
  TaxiBookingConnection: Omit<TaxiBookingConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['TaxiBookingEdge']>, nodes: ReadonlyArray<ResolversParentTypes['TaxiBooking']> };
  TaxiBookingEdge: Omit<TaxiBookingEdge, 'node'> & { node: ResolversParentTypes['TaxiBooking'] };
  TaxiCancellation: TaxiCancellation;
  TaxiDriver: Omit<TaxiDriver, 'member'> & { member?: Maybe<ResolversParentTypes['Member']> };
  TaxiEstimate: TaxiEstimate;
  TaxiPaymentFailure: TaxiPaymentFailure;
  TaxiPlace: TaxiPlace;
  TaxiPlaceInput: TaxiPlaceInput;
  TaxiPosition: TaxiPosition;
  Won: Scalars['Won']['output'];
  link__Import: Scalars['link__Import']['output'];
  String: Scalars['String']['output'];
};

export type LatestDirectiveArgs = { };

export type LatestDirectiveResolver<Result, Parent, ContextType = GraphContext, Args = LatestDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LinkDirectiveArgs = {
  as?: Maybe<Scalars['String']['input']>;
  for?: Maybe<Link__Purpose>;
  import?: Maybe<ReadonlyArray<Maybe<Scalars['link__Import']['input']>>>;
  url: Scalars['String']['input'];
};

export type LinkDirectiveResolver<Result, Parent, ContextType = GraphContext, Args = LinkDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AcceptRidePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['AcceptRidePayload'] = ResolversParentTypes['AcceptRidePayload']> = {
  booking?: Resolver<Maybe<ResolversTypes['TaxiBooking']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RideOfferUserError']>, ParentType, ContextType>;
};

export type CancelTaxiPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CancelTaxiPayload'] = ResolversParentTypes['CancelTaxiPayload']> = {
  booking?: Resolver<Maybe<ResolversTypes['TaxiBooking']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['CancelTaxiUserError']>, ParentType, ContextType>;
};

export type CancelTaxiUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['CancelTaxiUserError'] = ResolversParentTypes['CancelTaxiUserError']> = {
  code?: Resolver<ResolversTypes['CancelTaxiErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeclineRidePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DeclineRidePayload'] = ResolversParentTypes['DeclineRidePayload']> = {
  offer?: Resolver<Maybe<ResolversTypes['RideOffer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RideOfferUserError']>, ParentType, ContextType>;
};

export type DriverResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Driver'] = ResolversParentTypes['Driver']> = {
  booking?: Resolver<Maybe<ResolversTypes['TaxiBooking']>, ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  offer?: Resolver<Maybe<ResolversTypes['RideOffer']>, ParentType, ContextType>;
  phone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['TaxiPosition']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DriverStatus'], ParentType, ContextType>;
};

export type DriverUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['DriverUserError'] = ResolversParentTypes['DriverUserError']> = {
  code?: Resolver<ResolversTypes['DriverErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EndRidePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['EndRidePayload'] = ResolversParentTypes['EndRidePayload']> = {
  booking?: Resolver<Maybe<ResolversTypes['TaxiBooking']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RideUserError']>, ParentType, ContextType>;
};

export type GoOfflinePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['GoOfflinePayload'] = ResolversParentTypes['GoOfflinePayload']> = {
  driver?: Resolver<Maybe<ResolversTypes['Driver']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DriverUserError']>, ParentType, ContextType>;
};

export type GoOnlinePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['GoOnlinePayload'] = ResolversParentTypes['GoOnlinePayload']> = {
  driver?: Resolver<Maybe<ResolversTypes['Driver']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DriverUserError']>, ParentType, ContextType>;
};

export type MemberResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  driver?: Resolver<Maybe<ResolversTypes['Driver']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rideHistory?: Resolver<Maybe<ResolversTypes['RideHistoryConnection']>, ParentType, ContextType, RequireFields<MemberRideHistoryArgs, 'as' | 'first'>>;
  taxiBookings?: Resolver<Maybe<ResolversTypes['TaxiBookingConnection']>, ParentType, ContextType, RequireFields<MemberTaxiBookingsArgs, 'first'>>;
};

export type MutationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptRide?: Resolver<ResolversTypes['AcceptRidePayload'], ParentType, ContextType, RequireFields<MutationAcceptRideArgs, 'input'>>;
  cancelTaxi?: Resolver<ResolversTypes['CancelTaxiPayload'], ParentType, ContextType, RequireFields<MutationCancelTaxiArgs, 'input'>>;
  declineRide?: Resolver<ResolversTypes['DeclineRidePayload'], ParentType, ContextType, RequireFields<MutationDeclineRideArgs, 'input'>>;
  endRide?: Resolver<ResolversTypes['EndRidePayload'], ParentType, ContextType, RequireFields<MutationEndRideArgs, 'input'>>;
  goOffline?: Resolver<ResolversTypes['GoOfflinePayload'], ParentType, ContextType, RequireFields<MutationGoOfflineArgs, 'input'>>;
  goOnline?: Resolver<ResolversTypes['GoOnlinePayload'], ParentType, ContextType, RequireFields<MutationGoOnlineArgs, 'input'>>;
  registerDriver?: Resolver<ResolversTypes['RegisterDriverPayload'], ParentType, ContextType, RequireFields<MutationRegisterDriverArgs, 'input'>>;
  reportPosition?: Resolver<ResolversTypes['ReportPositionPayload'], ParentType, ContextType, RequireFields<MutationReportPositionArgs, 'input'>>;
  requestTaxi?: Resolver<ResolversTypes['RequestTaxiPayload'], ParentType, ContextType, RequireFields<MutationRequestTaxiArgs, 'input'>>;
  startRide?: Resolver<ResolversTypes['StartRidePayload'], ParentType, ContextType, RequireFields<MutationStartRideArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  taxiBooking?: Resolver<Maybe<ResolversTypes['TaxiBooking']>, ParentType, ContextType, RequireFields<QueryTaxiBookingArgs, 'id'>>;
  taxiEstimate?: Resolver<ResolversTypes['TaxiEstimate'], ParentType, ContextType, RequireFields<QueryTaxiEstimateArgs, 'dropoff' | 'pickup'>>;
};

export type RegisterDriverPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RegisterDriverPayload'] = ResolversParentTypes['RegisterDriverPayload']> = {
  driver?: Resolver<Maybe<ResolversTypes['Driver']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DriverUserError']>, ParentType, ContextType>;
};

export type ReportPositionPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['ReportPositionPayload'] = ResolversParentTypes['ReportPositionPayload']> = {
  position?: Resolver<Maybe<ResolversTypes['TaxiPosition']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['DriverUserError']>, ParentType, ContextType>;
};

export type RequestTaxiPayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RequestTaxiPayload'] = ResolversParentTypes['RequestTaxiPayload']> = {
  booking?: Resolver<Maybe<ResolversTypes['TaxiBooking']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RequestTaxiUserError']>, ParentType, ContextType>;
};

export type RequestTaxiUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RequestTaxiUserError'] = ResolversParentTypes['RequestTaxiUserError']> = {
  code?: Resolver<ResolversTypes['RequestTaxiErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RideHistoryConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RideHistoryConnection'] = ResolversParentTypes['RideHistoryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RideHistoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RideHistoryEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RideHistoryEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RideHistoryEdge'] = ResolversParentTypes['RideHistoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RideHistoryEntry'], ParentType, ContextType>;
};

export type RideHistoryEntryResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RideHistoryEntry'] = ResolversParentTypes['RideHistoryEntry']> = {
  booking?: Resolver<Maybe<ResolversTypes['TaxiBooking']>, ParentType, ContextType>;
  bookingStatus?: Resolver<ResolversTypes['TaxiBookingStatus'], ParentType, ContextType>;
  dispatchStatus?: Resolver<ResolversTypes['RideDispatchStatus'], ParentType, ContextType>;
  driver?: Resolver<Maybe<ResolversTypes['TaxiDriver']>, ParentType, ContextType>;
  dropoff?: Resolver<ResolversTypes['TaxiPlace'], ParentType, ContextType>;
  fare?: Resolver<ResolversTypes['Won'], ParentType, ContextType>;
  paymentStatus?: Resolver<ResolversTypes['RidePaymentStatus'], ParentType, ContextType>;
  pickup?: Resolver<ResolversTypes['TaxiPlace'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RideOfferResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RideOffer'] = ResolversParentTypes['RideOffer']> = {
  dropoff?: Resolver<ResolversTypes['TaxiPlace'], ParentType, ContextType>;
  estimatedFare?: Resolver<ResolversTypes['Won'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pickup?: Resolver<ResolversTypes['TaxiPlace'], ParentType, ContextType>;
  pickupDistanceMeters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RideOfferStatus'], ParentType, ContextType>;
};

export type RideOfferUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RideOfferUserError'] = ResolversParentTypes['RideOfferUserError']> = {
  code?: Resolver<ResolversTypes['RideOfferErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RideUserErrorResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['RideUserError'] = ResolversParentTypes['RideUserError']> = {
  code?: Resolver<ResolversTypes['RideErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StartRidePayloadResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['StartRidePayload'] = ResolversParentTypes['StartRidePayload']> = {
  booking?: Resolver<Maybe<ResolversTypes['TaxiBooking']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['RideUserError']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  rideOffered?: SubscriptionResolver<Maybe<ResolversTypes['RideOffer']>, "rideOffered", ParentType, ContextType>;
  taxiBookingChanged?: SubscriptionResolver<Maybe<ResolversTypes['TaxiBooking']>, "taxiBookingChanged", ParentType, ContextType, RequireFields<SubscriptionTaxiBookingChangedArgs, 'bookingId'>>;
  taxiPosition?: SubscriptionResolver<Maybe<ResolversTypes['TaxiPosition']>, "taxiPosition", ParentType, ContextType, RequireFields<SubscriptionTaxiPositionArgs, 'bookingId'>>;
};

export type TaxiBillResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaxiBill'] = ResolversParentTypes['TaxiBill']> = {
  distanceMeters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fare?: Resolver<ResolversTypes['Won'], ParentType, ContextType>;
  surchargePercent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxiBookingResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaxiBooking'] = ResolversParentTypes['TaxiBooking'], FederationReferenceType extends FederationReferenceTypes['TaxiBooking'] = FederationReferenceTypes['TaxiBooking']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TaxiBooking']> | FederationReferenceType, FederationReferenceType, ContextType>;
  arrivesAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  bill?: Resolver<Maybe<ResolversTypes['TaxiBill']>, ParentType, ContextType>;
  cancellation?: Resolver<Maybe<ResolversTypes['TaxiCancellation']>, ParentType, ContextType>;
  cancelledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  dispatchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  driver?: Resolver<Maybe<ResolversTypes['TaxiDriver']>, ParentType, ContextType>;
  dropoff?: Resolver<ResolversTypes['TaxiPlace'], ParentType, ContextType>;
  estimate?: Resolver<ResolversTypes['TaxiEstimate'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  paymentFailure?: Resolver<Maybe<ResolversTypes['TaxiPaymentFailure']>, ParentType, ContextType>;
  pickup?: Resolver<ResolversTypes['TaxiPlace'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TaxiBookingStatus'], ParentType, ContextType>;
};

export type TaxiBookingConnectionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaxiBookingConnection'] = ResolversParentTypes['TaxiBookingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TaxiBookingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['TaxiBooking']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TaxiBookingEdgeResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaxiBookingEdge'] = ResolversParentTypes['TaxiBookingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TaxiBooking'], ParentType, ContextType>;
};

export type TaxiCancellationResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaxiCancellation'] = ResolversParentTypes['TaxiCancellation']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['TaxiCancellationReason'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TaxiDriverResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaxiDriver'] = ResolversParentTypes['TaxiDriver']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  phone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TaxiEstimateResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaxiEstimate'] = ResolversParentTypes['TaxiEstimate']> = {
  distanceMeters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dropoff?: Resolver<ResolversTypes['TaxiPlace'], ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fare?: Resolver<ResolversTypes['Won'], ParentType, ContextType>;
  pickup?: Resolver<ResolversTypes['TaxiPlace'], ParentType, ContextType>;
  pickupSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TaxiPaymentFailureResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaxiPaymentFailure'] = ResolversParentTypes['TaxiPaymentFailure']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TaxiPlaceResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaxiPlace'] = ResolversParentTypes['TaxiPlace']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TaxiPositionResolvers<ContextType = GraphContext, ParentType extends ResolversParentTypes['TaxiPosition'] = ResolversParentTypes['TaxiPosition']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface WonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Won'], any> {
  name: 'Won';
}

export interface Link__ImportScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['link__Import'], any> {
  name: 'link__Import';
}

export type Resolvers<ContextType = GraphContext> = {
  AcceptRidePayload?: AcceptRidePayloadResolvers<ContextType>;
  CancelTaxiPayload?: CancelTaxiPayloadResolvers<ContextType>;
  CancelTaxiUserError?: CancelTaxiUserErrorResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeclineRidePayload?: DeclineRidePayloadResolvers<ContextType>;
  Driver?: DriverResolvers<ContextType>;
  DriverUserError?: DriverUserErrorResolvers<ContextType>;
  EndRidePayload?: EndRidePayloadResolvers<ContextType>;
  GoOfflinePayload?: GoOfflinePayloadResolvers<ContextType>;
  GoOnlinePayload?: GoOnlinePayloadResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RegisterDriverPayload?: RegisterDriverPayloadResolvers<ContextType>;
  ReportPositionPayload?: ReportPositionPayloadResolvers<ContextType>;
  RequestTaxiPayload?: RequestTaxiPayloadResolvers<ContextType>;
  RequestTaxiUserError?: RequestTaxiUserErrorResolvers<ContextType>;
  RideHistoryConnection?: RideHistoryConnectionResolvers<ContextType>;
  RideHistoryEdge?: RideHistoryEdgeResolvers<ContextType>;
  RideHistoryEntry?: RideHistoryEntryResolvers<ContextType>;
  RideOffer?: RideOfferResolvers<ContextType>;
  RideOfferUserError?: RideOfferUserErrorResolvers<ContextType>;
  RideUserError?: RideUserErrorResolvers<ContextType>;
  StartRidePayload?: StartRidePayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TaxiBill?: TaxiBillResolvers<ContextType>;
  TaxiBooking?: TaxiBookingResolvers<ContextType>;
  TaxiBookingConnection?: TaxiBookingConnectionResolvers<ContextType>;
  TaxiBookingEdge?: TaxiBookingEdgeResolvers<ContextType>;
  TaxiCancellation?: TaxiCancellationResolvers<ContextType>;
  TaxiDriver?: TaxiDriverResolvers<ContextType>;
  TaxiEstimate?: TaxiEstimateResolvers<ContextType>;
  TaxiPaymentFailure?: TaxiPaymentFailureResolvers<ContextType>;
  TaxiPlace?: TaxiPlaceResolvers<ContextType>;
  TaxiPosition?: TaxiPositionResolvers<ContextType>;
  Won?: GraphQLScalarType;
  link__Import?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = GraphContext> = {
  latest?: LatestDirectiveResolver<any, any, ContextType>;
  link?: LinkDirectiveResolver<any, any, ContextType>;
};
