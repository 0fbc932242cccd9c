/** Where the figures of a section come from; `ADMIN` stands for somebody who entered them in Moa. */
export type SectionSource = 'SEOUL_METRO' | 'KORAIL' | 'ESTIMATED' | 'ADMIN';

/** The way from one stop to the next. */
export type Section = {
  /** Whole and positive, as are the seconds. */
  readonly distanceMeters: number;
  readonly durationSeconds: number;
  readonly source: SectionSource;
};

/**
 * A part of a line without forks. There is one stop more than there are sections, each of which leads from one stop to the next,
 * so that a branch is one connected path whatever is done to it. In a circle the last stop is the first one again; no other
 * stop stands there twice.
 */
export type Branch = {
  readonly name: string;
  /** Trains run only in the order of the stops. */
  readonly isOneWay: boolean;
  /** Ids of stations. */
  readonly stops: readonly string[];
  readonly sections: readonly Section[];
};

/** What the first branch of a line is called. */
export const mainBranch = 'MAIN';

/** At least one branch, of at least one section; several meet at stops that they share, so that a line is in one piece. */
export type Line = {
  readonly id: string;
  /** In Korean, unique. */
  readonly name: string;
  readonly nameEn: string;
  /** As in #00A84D. */
  readonly color: string;
  /** Won on top of the fare for riding it. */
  readonly surcharge: number;
  readonly branches: readonly Branch[];
};

export const isCircular = ({ stops }: Branch): boolean => stops.length > 1 && stops[0] === stops.at(-1);

/** The stations of a line, each once, in the order of its branches. */
export const stopsOf = ({ branches }: Line): readonly string[] => [...new Set(branches.flatMap(({ stops }) => stops))];

/** Whether one of its figures was computed rather than published, or entered by somebody who knows. */
export const isEstimated = ({ source }: Section): boolean => source === 'ESTIMATED' || source === 'KORAIL';
