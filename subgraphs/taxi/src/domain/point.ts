/** A spot on Earth. Degrees, WGS84. */
export type Point = { readonly latitude: number; readonly longitude: number };

/** A spot with the name that the customer gave it. */
export type Place = Point & { readonly name: string };
