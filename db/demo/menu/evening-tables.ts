import type { Restaurant } from './restaurant.ts';

/** Grilled meat and fried chicken. */
export const eveningTables: readonly Restaurant[] = [
  {
    number: 7,
    name: '노을숯불',
    dishes: [
      {
        name: '돼지갈비',
        ko: '간장 양념에 하루 재워 숯불에 구웠습니다.',
        en: 'Pork ribs, marinated for a day and grilled over charcoal.',
        price: 18_000,
      },
      {
        name: '소불고기',
        ko: '얇게 썬 소고기를 달큰하게 볶았습니다.',
        en: 'Thin slices of beef in a sweet soy marinade.',
        price: 17_000,
      },
      {
        name: '제육볶음',
        ko: '돼지고기를 고추장에 불맛 나게 볶았습니다.',
        en: 'Pork stir-fried with chilli paste over a high flame.',
        price: 12_000,
      },
      {
        name: '삼겹살구이',
        ko: '두툼하게 썰어 노릇하게 구워 드립니다.',
        en: 'Thick pork belly, grilled until golden.',
        price: 16_000,
      },
      {
        name: '닭갈비',
        ko: '닭다리살과 고구마, 양배추를 매콤하게 볶았습니다.',
        en: 'Spicy chicken with sweet potato and cabbage.',
        price: 14_000,
      },
      {
        name: '갈비탕',
        ko: '갈빗대를 오래 고아 맑고 깊습니다.',
        en: 'A clear, deep soup of beef short ribs.',
        price: 15_000,
      },
      {
        name: '된장찌개',
        ko: '집된장에 두부와 애호박을 넣었습니다.',
        en: 'Soybean paste stew with tofu and courgette.',
        price: 8_500,
      },
      {
        name: '계란찜',
        ko: '뚝배기에 봉긋하게 부풀린 달걀입니다.',
        en: 'Eggs steamed high in an earthen bowl.',
        price: 5_000,
      },
    ],
  },
  {
    number: 8,
    name: '골목통닭',
    dishes: [
      {
        name: '후라이드치킨',
        ko: '얇은 튀김옷을 두 번 튀겨 바삭합니다.',
        en: 'Fried chicken, twice fried in a thin batter.',
        price: 19_000,
      },
      {
        name: '양념치킨',
        ko: '매콤달콤한 양념을 골고루 입혔습니다.',
        en: 'Fried chicken in a sweet and spicy glaze.',
        price: 20_000,
      },
      {
        name: '간장치킨',
        ko: '마늘 간장 소스로 짭조름합니다.',
        en: 'Fried chicken glazed with garlic and soy.',
        price: 20_000,
      },
      { name: '반반치킨', ko: '후라이드 반, 양념 반입니다.', en: 'Half plain and half glazed.', price: 20_000 },
      {
        name: '파닭',
        ko: '얇게 썬 파를 산더미처럼 올렸습니다.',
        en: 'Fried chicken under a heap of shaved spring onion.',
        price: 21_000,
      },
      {
        name: '닭강정',
        ko: '한입 크기로 튀겨 물엿에 버무렸습니다.',
        en: 'Bite-sized chicken in a sticky glaze.',
        price: 17_000,
      },
      { name: '치킨무', ko: '새콤하고 시원한 무절임입니다.', en: 'Crisp pickled radish.', price: 1_000 },
    ],
  },
];
