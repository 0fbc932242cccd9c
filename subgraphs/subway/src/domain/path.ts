/** What makes one path better than another: metres, then seconds; seconds, then transfers; transfers, then seconds. */
export type PathCriterion = 'DISTANCE' | 'DURATION' | 'TRANSFERS';

/** One ride, from where one gets on to where one gets off. */
export type PathLeg = {
  readonly lineId: string;
  /** Ids of stations, at least two. */
  readonly stops: readonly string[];
  readonly distanceMeters: number;
  readonly durationSeconds: number;
};

/** The change from one leg to the next. */
export type PathTransfer = {
  readonly stationId: string;
  readonly fromLineId: string;
  readonly toLineId: string;
  readonly walkMeters: number;
  readonly walkSeconds: number;
  /** Not published, so as long as transfers usually are. */
  readonly isEstimated: boolean;
};

export type Path = {
  /** Ids of stations; where one changes trains stands once. */
  readonly stops: readonly string[];
  readonly legs: readonly PathLeg[];
  /** One less than there are legs. */
  readonly transfers: readonly PathTransfer[];
  /** On trains alone, as the tariff counts. */
  readonly distanceMeters: number;
  /** On trains and changing them. */
  readonly durationSeconds: number;
  /** Whether one of the figures that this is made of was not published. */
  readonly isEstimated: boolean;
  /** Won: the highest of the lines that are ridden. */
  readonly surcharge: number;
};
