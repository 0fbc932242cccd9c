/** Where trains of one or several lines call. */
export type Station = {
  readonly id: string;
  /** In Korean, unique. */
  readonly name: string;
  readonly nameEn: string;
  /** Degrees, WGS84. */
  readonly latitude: number;
  readonly longitude: number;
};
