/** How far from the pick-up a car may be, by air line. */
export const searchRadiusMeters = 5_000;

/** How many of the nearest drivers one look at the map gives. */
export const candidatesPerLook = 10;

/** How often one search looks farther when others were faster at all those that were found. */
export const looksPerSearch = 5;
