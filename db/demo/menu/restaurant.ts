/** An invented restaurant with its dishes, described in Korean and English. */
export type Restaurant = {
  /** Part of the dishes' ids: stays with the restaurant for ever. */
  readonly number: number;
  readonly name: string;
  readonly dishes: readonly {
    readonly name: string;
    readonly ko: string;
    readonly en: string;
    /** Whole won. */
    readonly price: number;
  }[];
};
