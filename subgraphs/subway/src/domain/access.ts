import type { Policies } from '@moa/subgraph';

const administrators = { role: 'ADMIN' } as const;

/** Who may use each field. A field without a policy, or a policy without its field, keeps the subgraph from starting. */
export const policies: Policies = {
  // The network is no secret.
  Query: {
    stations: 'public',
    station: 'public',
    subwayLines: 'public',
    subwayLine: 'public',
    subwayPath: 'public',
  },
  Mutation: {
    addFavoritePath: 'member',
    removeFavoritePath: 'member', // one of somebody else looks like none: the member's id stands in the statement
    createStation: administrators,
    deleteStation: administrators,
    createLine: administrators,
    deleteLine: administrators,
    addSection: administrators,
    removeStationFromLine: administrators,
  },
  _entities: {
    Station: 'public',
    SubwayLine: 'public',
    ItineraryStop: 'public', // no more of the plan than where the stop is, which was asked with
    TaxiPlace: 'public', // no more of the ride than where the place is, which was asked with
    Member: 'public', // no more than the id that was asked with
  },
  Station: 'with-parent',
  StationConnection: 'with-parent',
  StationEdge: 'with-parent',
  PageInfo: 'with-parent',
  SubwayLine: 'with-parent',
  SubwayBranch: 'with-parent',
  SubwaySection: 'with-parent',
  SubwayPath: {
    from: 'with-parent',
    to: 'with-parent',
    by: 'with-parent',
    stations: 'with-parent',
    legs: 'with-parent',
    transfers: 'with-parent',
    transferCount: 'with-parent',
    distanceMeters: 'with-parent',
    durationSeconds: 'with-parent',
    isEstimated: 'with-parent',
    departAt: 'with-parent',
    fare: 'with-parent',
    fares: 'with-parent',
  },
  SubwayLeg: 'with-parent',
  SubwayTransfer: 'with-parent',
  SubwayFare: 'with-parent',
  NearestStation: 'with-parent',
  ItineraryStop: 'with-parent',
  TaxiPlace: 'with-parent',
  Member: {
    id: 'with-parent',
    age: 'self-or-admin', // what account shows to these; here it only comes along with the reference
    favoritePaths: 'self',
  },
  FavoritePathConnection: 'with-parent',
  FavoritePathEdge: 'with-parent',
  FavoritePath: {
    id: 'with-parent',
    from: 'with-parent',
    to: 'with-parent',
    addedAt: 'with-parent',
    path: 'with-parent',
    fare: 'with-parent',
  },
  AddFavoritePathPayload: 'with-parent',
  AddFavoritePathUserError: 'with-parent',
  RemoveFavoritePathPayload: 'with-parent',
  RemoveFavoritePathUserError: 'with-parent',
  CreateStationPayload: 'with-parent',
  CreateStationUserError: 'with-parent',
  DeleteStationPayload: 'with-parent',
  DeleteStationUserError: 'with-parent',
  CreateLinePayload: 'with-parent',
  CreateLineUserError: 'with-parent',
  DeleteLinePayload: 'with-parent',
  DeleteLineUserError: 'with-parent',
  AddSectionPayload: 'with-parent',
  AddSectionUserError: 'with-parent',
  RemoveStationFromLinePayload: 'with-parent',
  RemoveStationFromLineUserError: 'with-parent',
};
