/** Provinces and metropolitan cities: the name in the data, the short one that people use, and what else they are called. */
const regions: readonly (readonly [name: string, short: string, ...others: string[]])[] = [
  ['서울특별시', '서울', '서울시', 'seoul'],
  ['부산광역시', '부산', '부산시', 'busan', 'pusan'],
  ['대구광역시', '대구', '대구시', 'daegu'],
  ['인천광역시', '인천', '인천시', 'incheon'],
  ['광주광역시', '광주', 'gwangju'],
  ['대전광역시', '대전', '대전시', 'daejeon'],
  ['울산광역시', '울산', '울산시', 'ulsan'],
  ['세종특별자치시', '세종', '세종시', 'sejong'],
  ['경기도', '경기', 'gyeonggi', 'gyeonggi-do'],
  ['강원특별자치도', '강원', '강원도', 'gangwon', 'gangwon-do'],
  ['충청북도', '충북', 'chungbuk', 'chungcheongbuk-do'],
  ['충청남도', '충남', 'chungnam', 'chungcheongnam-do'],
  ['전북특별자치도', '전북', '전라북도', 'jeonbuk', 'jeollabuk-do'],
  ['전라남도', '전남', 'jeonnam', 'jeollanam-do'],
  ['경상북도', '경북', 'gyeongbuk', 'gyeongsangbuk-do'],
  ['경상남도', '경남', 'gyeongnam', 'gyeongsangnam-do'],
  ['제주특별자치도', '제주', '제주도', 'jeju', 'jeju-do', 'jejudo'],
];

/** Words for several at once. */
const wider: readonly (readonly [word: string, shorts: readonly string[]])[] = [
  ['수도권', ['서울', '경기', '인천']],
  ['충청도', ['충북', '충남']],
  ['충청', ['충북', '충남']],
  ['전라도', ['전북', '전남']],
  ['호남', ['전북', '전남', '광주']],
  ['경상도', ['경북', '경남']],
  ['영남', ['경북', '경남', '부산', '대구', '울산']],
];

const nameOf = new Map(regions.map(([name, short]) => [short, name]));
const shortOf = new Map(regions.map(([name, short]) => [name, short]));
const byWord: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...regions.flatMap(([name, ...words]) => [name, ...words].map((word) => [word, [name]] as const)),
  ...wider.map(([word, shorts]) => [word, shorts.map((short) => nameOf.get(short) ?? short)] as const),
]);

/** The regions that a word in lower case stands for; none when it stands for no region. */
export const regionsCalled = (word: string): readonly string[] => byWord.get(word) ?? [];

/** 강원 for 강원특별자치도. */
export const shortName = (region: string): string => shortOf.get(region) ?? region;

/** Splits what is written without a space, as 부산해운대: the word for the region, and the rest. */
export function splitRegion(text: string): readonly [region: string, rest: string] | undefined {
  const [longest] = [...byWord.keys()].filter((word) => text.startsWith(word)).sort((a, b) => b.length - a.length);
  return longest === undefined || longest === text ? undefined : [longest, text.slice(longest.length)];
}
