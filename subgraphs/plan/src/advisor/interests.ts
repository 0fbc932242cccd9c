import type { AttractionKind } from './attraction-kind.ts';

/** How much each kind is wanted: 1 when nothing is said of it. */
export type Interests = ReadonlyMap<AttractionKind, number>;

const fromDetails = 2;
const fromTaste = 0.5;
/** A taste that many plans share weighs no more than this often. */
const tasteAtMost = 4;
const unwanted = 0.1;

/** Words in which people, and the plans they like, speak of kinds. */
const words: readonly (readonly [RegExp, readonly AttractionKind[]])[] = [
  [/바다|바닷가|해변|해수욕|해안|섬 여행|서핑|오션|\b(?:sea|seaside|beach|ocean|coast|island)/g, ['바다']],
  [
    /등산|산행|트레킹|하이킹|계곡|폭포|단풍|동굴|(?<![가-힣])산(?=[을를이과에도,.\s]|$)|\b(?:mountain|hik|valley|waterfall|cave)/g,
    ['산과 계곡'],
  ],
  [/호수|강변|강가|습지|철새|뱃놀이|\b(?:lake|river|wetland)/g, ['호수와 강']],
  [/숲|휴양림|수목원|산림욕|피톤치드|\b(?:forest|arboretum)/g, ['숲']],
  [/자연|풍경|\b(?:nature|natural|scenery)/g, ['산과 계곡', '숲', '호수와 강', '바다']],
  [/공원|정원|꽃|벚꽃|산책|피크닉|소풍|\b(?:park|garden|flower|walk|picnic)/g, ['공원', '숲']],
  [/온천|스파(?!크)|찜질|목욕|\b(?:spa|hot spring)/g, ['온천']],
  [/휴식|힐링|쉬고|쉬는|여유|조용|한적|\b(?:rest|relax|heal|quiet|calm)/g, ['온천', '숲', '호수와 강']],
  [/사찰|템플|스님|성당|성지|불교|(?<![가-힣])절(?=[을를이과에도,.\s]|$)|\b(?:temple|church|shrine)/g, ['사찰과 성지']],
  [
    /역사|유적|문화재|전통|한옥|궁궐|고궁|산성|성곽|조선|신라|백제|가야|\b(?:histor|heritage|palace|fortress|tradition)/g,
    ['유적', '박물관'],
  ],
  [/박물관|전시|기념관|과학관|천문대|공부|\b(?:museum|exhibit|science)/g, ['박물관']],
  [/미술|예술|공연|갤러리|음악|드라마|촬영지|\b(?:art|arts|gallery|music|concert)\b/g, ['예술', '박물관']],
  [/아이|어린이|유아|아기|초등|가족|부모|키즈|\b(?:kid|child|famil|toddler)/g, ['체험', '놀이', '박물관']],
  [/체험|농촌|어촌|캠핑|만들기|\b(?:experience|workshop|farm|camp)/g, ['체험']],
  [
    /놀이|액티비티|레저|스릴|레일바이크|케이블카|짚라인|테마파크|워터파크|신나|\b(?:activit|leisure|thrill|amusement|theme park|fun)/g,
    ['놀이', '체험'],
  ],
  [
    /축제|페스티벌|시장|맛집|먹거리|먹방|카페|골목|거리|마을|쇼핑|\b(?:festival|market|food|cafe|street|village|shopping)/g,
    ['마을과 거리', '예술'],
  ],
  [/야경|전망|일출|일몰|노을|데이트|연인|커플|사진|\b(?:view|sunset|sunrise|date|romantic|photo)/g, ['전망', '바다']],
];

/** What turns a word that stands beside it into its opposite: 박물관 말고, 등산은 싫어요, no museums. */
const refusedAfter = /^[가-힣]{0,2}\s*(?:말고|제외|빼고|빼|싫|없이|안\s|별로|못)/;
const refusedBefore = /\b(?:no|not|without|except|avoid|hate)\s+(?:[a-z]+\s+)?$/;

/** Reads what is wished for. Words that it doesn't know say nothing; there is no sentence that it obeys. */
export function readInterests(details: string, tastes: readonly string[]): Interests {
  const interests = new Map<AttractionKind, number>();
  const liked = tastes.join('\n').slice(0, 20_000);
  for (const [pattern, kinds] of words) {
    const said = wishes(details, pattern);
    const often = Math.min(tasteAtMost, wishes(liked, pattern).wanted);
    const more = Math.min(1, said.wanted) * fromDetails + often * fromTaste;
    for (const kind of kinds) {
      const before = interests.get(kind) ?? 1;
      const [first] = kinds;
      // Who does not want to climb may well want to see a forest: only the kind that the word names is left out.
      if (said.refused > 0 && said.wanted === 0 && kind === first) interests.set(kind, unwanted);
      else if (more > 0 && before !== unwanted) interests.set(kind, before + more);
    }
  }
  return interests;
}

function wishes(text: string, pattern: RegExp): { readonly wanted: number; readonly refused: number } {
  const lower = text.normalize('NFC').toLowerCase();
  let [wanted, refused] = [0, 0];
  for (const found of lower.matchAll(pattern)) {
    const end = found.index + found[0].length;
    if (
      refusedAfter.test(lower.slice(end, end + 8)) ||
      refusedBefore.test(lower.slice(Math.max(0, found.index - 24), found.index))
    )
      refused += 1;
    else wanted += 1;
  }
  return { wanted, refused };
}

/** Sights a day, as far as the place has them. */
export function readPace(details: string): number {
  if (/여유|휴식|힐링|천천히|느긋|아기|어르신|부모님|\b(?:relax|slow|rest|calm)/i.test(details)) return 3;
  if (/알차|빡빡|빠르게|최대한 많이|많이 보|\b(?:busy|packed|as much as)/i.test(details)) return 5;
  return 4;
}
