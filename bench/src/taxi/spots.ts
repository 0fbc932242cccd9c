/** A place as taxi wants to hear of it. */
export type Spot = { readonly name: string; readonly latitude: number; readonly longitude: number };

const centres: readonly (readonly [string, number, number])[] = [
  ['서울역', 37.5549, 126.9714],
  ['여의도공원', 37.5263, 126.9226],
  ['강남역', 37.4974, 127.028],
  ['잠실역', 37.514, 127.1022],
  ['노원역', 37.6556, 127.0619],
  ['홍대입구역', 37.5573, 126.9257],
  ['신림역', 37.4846, 126.9297],
  ['왕십리역', 37.5614, 127.037],
  ['사당역', 37.4767, 126.9816],
  ['건대입구역', 37.5406, 127.0701],
  ['수유역', 37.6381, 127.0257],
  ['목동역', 37.5261, 126.8649],
];

/** Somewhere around the `n`th of a dozen places all over the city. */
export function spotNear(n: number): Spot {
  const [name, latitude, longitude] = centres[n % centres.length] ?? ['서울역', 37.5549, 126.9714];
  const shift = () => (Math.random() - 0.5) * 0.004;
  return { name, latitude: latitude + shift(), longitude: longitude + shift() };
}
