/** In degrees, WGS84. */
export type Point = { readonly latitude: number; readonly longitude: number };
