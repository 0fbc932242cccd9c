/** In the middle of Seoul: each is within 5 km of all the others. */
export const places = [
  { name: '서울역', latitude: 37.5549, longitude: 126.9714 },
  { name: '시청', latitude: 37.5657, longitude: 126.9769 },
  { name: '충무로역', latitude: 37.5613, longitude: 126.9946 },
  { name: '종로3가역', latitude: 37.5704, longitude: 126.9921 },
] as const;

/** Those in a row: the one before is somewhere else. */
export const placeAt = (n: number): (typeof places)[number] => places[n % places.length] ?? places[0];
