import type { Point } from './motion.ts';

/** A place in Seoul that everybody knows. */
export type Place = Point & { readonly name: string };

const place = (name: string, latitude: number, longitude: number): Place => ({ name, latitude, longitude });

/** Degrees, WGS84; where a place is large, a spot that a taxi can reach. */
export const places: readonly Place[] = [
  place('서울역', 37.5549, 126.9714),
  place('서울시청', 37.5663, 126.9779),
  place('광화문', 37.576, 126.9769),
  place('경복궁', 37.5772, 126.9769),
  place('명동성당', 37.5633, 126.9873),
  place('동대문디자인플라자', 37.5665, 127.0092),
  place('혜화역', 37.5823, 127.0018),
  place('이태원역', 37.5345, 126.9943),
  place('국립중앙박물관', 37.5239, 126.9804),
  place('용산역', 37.5298, 126.9646),
  place('신촌역', 37.5551, 126.9369),
  place('홍대입구역', 37.5573, 126.9257),
  place('합정역', 37.5493, 126.9136),
  place('디지털미디어시티역', 37.5768, 126.9002),
  place('김포공항', 37.562, 126.8023),
  place('목동역', 37.5261, 126.8649),
  place('여의도공원', 37.5263, 126.9226),
  place('영등포역', 37.5155, 126.9076),
  place('가산디지털단지역', 37.481, 126.8826),
  place('신림역', 37.4846, 126.9297),
  place('서울대입구역', 37.4812, 126.9527),
  place('사당역', 37.4767, 126.9816),
  place('예술의전당', 37.4802, 127.0142),
  place('고속터미널', 37.5047, 127.0048),
  place('강남역', 37.4974, 127.028),
  place('압구정역', 37.5271, 127.0285),
  place('코엑스', 37.5118, 127.0592),
  place('잠실역', 37.514, 127.1022),
  place('올림픽공원', 37.5163, 127.1213),
  place('천호역', 37.5384, 127.1233),
  place('건대입구역', 37.5406, 127.0701),
  place('서울숲', 37.5444, 127.0374),
  place('왕십리역', 37.5614, 127.037),
  place('청량리역', 37.58, 127.0446),
  place('노원역', 37.6556, 127.0619),
  place('수유역', 37.6381, 127.0257),
];
