import type { Restaurant } from './restaurant.ts';

/** Rice, soup and porridge. */
export const riceAndSoupHouses: readonly Restaurant[] = [
  {
    number: 1,
    name: '달빛국밥',
    dishes: [
      {
        name: '돼지국밥',
        ko: '뽀얗게 끓인 국물에 돼지고기를 넉넉히 담았습니다.',
        en: 'Rice in a milky pork broth with plenty of meat.',
        price: 9_500,
      },
      {
        name: '순대국밥',
        ko: '찹쌀순대와 머릿고기를 들깨로 마무리했습니다.',
        en: 'Rice soup with blood sausage, finished with perilla seeds.',
        price: 10_000,
      },
      {
        name: '콩나물국밥',
        ko: '아삭한 콩나물과 수란 하나, 속이 풀리는 맛입니다.',
        en: 'A clear bean sprout soup with rice and a coddled egg.',
        price: 8_500,
      },
      {
        name: '소고기국밥',
        ko: '무와 대파를 넣어 칼칼하게 끓인 소고깃국입니다.',
        en: 'Spicy beef and radish soup served over rice.',
        price: 10_500,
      },
      {
        name: '황태해장국',
        ko: '말린 황태를 들기름에 볶아 시원하게 우렸습니다.',
        en: 'Dried pollack soup, light and good the morning after.',
        price: 9_500,
      },
      {
        name: '선지해장국',
        ko: '선지와 우거지를 된장에 푹 끓였습니다.',
        en: 'Ox blood and cabbage leaves in a soybean paste soup.',
        price: 10_000,
      },
      {
        name: '모둠순대',
        ko: '세 가지 순대를 한 접시에 담았습니다.',
        en: 'Three kinds of Korean sausage on one plate.',
        price: 15_000,
      },
      {
        name: '깍두기',
        ko: '사흘 익힌 무김치, 국밥의 짝입니다.',
        en: 'Radish kimchi, aged three days, made for soup.',
        price: 2_000,
      },
    ],
  },
  {
    number: 2,
    name: '들꽃비빔',
    dishes: [
      {
        name: '전주비빔밥',
        ko: '열 가지 나물과 황포묵을 고추장에 비벼 드세요.',
        en: 'Rice with ten vegetables, mung bean jelly and chilli paste.',
        price: 11_000,
      },
      {
        name: '돌솥비빔밥',
        ko: '뜨거운 돌솥에 누룽지까지 바삭합니다.',
        en: 'Bibimbap in a hot stone bowl with a crisp rice crust.',
        price: 11_500,
      },
      {
        name: '산채비빔밥',
        ko: '강원도 산나물에 간장 양념을 곁들입니다.',
        en: 'Mountain herbs over rice with a soy dressing.',
        price: 10_500,
      },
      {
        name: '육회비빔밥',
        ko: '신선한 한우 육회와 배를 올렸습니다.',
        en: 'Rice with seasoned raw beef and crisp pear.',
        price: 14_500,
      },
      {
        name: '꼬막비빔밥',
        ko: '매콤하게 무친 꼬막이 밥 반, 꼬막 반입니다.',
        en: 'Spicy cockles, as many of them as grains of rice.',
        price: 14_000,
      },
      {
        name: '열무보리비빔밥',
        ko: '시원한 열무김치와 구수한 보리밥입니다.',
        en: 'Barley rice with young radish kimchi.',
        price: 9_000,
      },
      {
        name: '도토리묵무침',
        ko: '도토리묵을 채소와 새콤하게 무쳤습니다.',
        en: 'Acorn jelly tossed with vegetables and vinegar.',
        price: 9_500,
      },
    ],
  },
  {
    number: 3,
    name: '온기죽집',
    dishes: [
      {
        name: '전복죽',
        ko: '전복 내장까지 넣어 고소하고 진합니다.',
        en: 'Rich abalone porridge with its own liver.',
        price: 14_000,
      },
      {
        name: '단호박죽',
        ko: '단호박을 곱게 갈아 새알심을 띄웠습니다.',
        en: 'Sweet pumpkin porridge with rice dumplings.',
        price: 8_500,
      },
      {
        name: '팥죽',
        ko: '국산 팥을 오래 쑤어 달지 않습니다.',
        en: 'Red bean porridge, slowly cooked and not too sweet.',
        price: 9_000,
      },
      {
        name: '소고기야채죽',
        ko: '잘게 다진 소고기와 채소가 부드럽습니다.',
        en: 'Soft porridge with minced beef and vegetables.',
        price: 9_500,
      },
      {
        name: '해물죽',
        ko: '새우와 오징어, 조갯살을 넣었습니다.',
        en: 'Porridge with prawns, squid and clams.',
        price: 11_000,
      },
      { name: '흑임자죽', ko: '검은깨를 갈아 넣은 고소한 죽입니다.', en: 'Nutty black sesame porridge.', price: 9_000 },
      {
        name: '김치낙지죽',
        ko: '잘 익은 김치와 낙지로 매콤하게 끓였습니다.',
        en: 'Spicy porridge with ripe kimchi and small octopus.',
        price: 11_000,
      },
    ],
  },
];
