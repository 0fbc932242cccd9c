import type { Restaurant } from './restaurant.ts';

/** Snacks, noodles and dumplings. */
export const dumplingAndNoodleHouses: readonly Restaurant[] = [
  {
    number: 4,
    name: '마루분식',
    dishes: [
      {
        name: '떡볶이',
        ko: '쌀떡을 매콤달콤한 양념에 졸였습니다.',
        en: 'Rice cakes simmered in a sweet and spicy sauce.',
        price: 5_000,
      },
      {
        name: '치즈떡볶이',
        ko: '떡볶이 위에 치즈를 듬뿍 녹였습니다.',
        en: 'The same rice cakes under plenty of melted cheese.',
        price: 6_500,
      },
      {
        name: '참치김밥',
        ko: '참치와 깻잎을 넣어 든든하게 말았습니다.',
        en: 'A seaweed rice roll with tuna and perilla leaf.',
        price: 4_500,
      },
      {
        name: '모둠튀김',
        ko: '오징어, 고구마, 김말이를 바로 튀겨 드립니다.',
        en: 'Squid, sweet potato and seaweed rolls, freshly fried.',
        price: 7_000,
      },
      {
        name: '찹쌀순대',
        ko: '쫄깃한 순대에 소금과 막장을 곁들입니다.',
        en: 'Chewy glutinous sausage with salt and bean paste.',
        price: 5_500,
      },
      {
        name: '어묵탕',
        ko: '부산식 어묵을 무와 함께 우렸습니다.',
        en: 'Fish cakes in a radish broth, as in Busan.',
        price: 6_000,
      },
      {
        name: '라볶이',
        ko: '떡볶이에 라면 사리를 넣었습니다.',
        en: 'Rice cakes and instant noodles in one spicy pan.',
        price: 6_500,
      },
      {
        name: '쫄면',
        ko: '탱탱한 면과 채소를 새콤하게 비볐습니다.',
        en: 'Cold chewy noodles with vegetables and a tangy sauce.',
        price: 7_000,
      },
    ],
  },
  {
    number: 5,
    name: '바다면옥',
    dishes: [
      {
        name: '평양냉면',
        ko: '담백한 육수에 메밀면을 말았습니다.',
        en: 'Buckwheat noodles in a mild, cold beef broth.',
        price: 13_000,
      },
      {
        name: '함흥비빔냉면',
        ko: '전분면을 매운 양념에 비볐습니다.',
        en: 'Thin starch noodles in a fiery sauce.',
        price: 12_500,
      },
      {
        name: '바지락칼국수',
        ko: '바지락을 듬뿍 넣은 손칼국수입니다.',
        en: 'Hand-cut noodles in a clam broth.',
        price: 10_000,
      },
      {
        name: '들깨칼국수',
        ko: '들깨를 갈아 넣어 국물이 걸쭉합니다.',
        en: 'Hand-cut noodles in a thick perilla broth.',
        price: 10_500,
      },
      {
        name: '잔치국수',
        ko: '멸치 육수에 소면과 고명을 올렸습니다.',
        en: 'Thin wheat noodles in an anchovy broth.',
        price: 7_500,
      },
      {
        name: '콩국수',
        ko: '여름에 더 좋은 진한 콩물 국수입니다.',
        en: 'Noodles in cold, thick soy milk.',
        price: 10_500,
      },
      {
        name: '회냉면',
        ko: '새콤하게 무친 홍어회를 얹었습니다.',
        en: 'Cold noodles topped with marinated skate.',
        price: 14_000,
      },
      {
        name: '녹두전',
        ko: '녹두를 갈아 돼지고기와 두툼하게 부쳤습니다.',
        en: 'A thick mung bean pancake with pork.',
        price: 12_000,
      },
    ],
  },
  {
    number: 6,
    name: '복주머니만두',
    dishes: [
      {
        name: '고기만두',
        ko: '돼지고기와 부추로 속을 꽉 채웠습니다.',
        en: 'Steamed dumplings full of pork and chives.',
        price: 7_000,
      },
      {
        name: '김치만두',
        ko: '묵은지를 다져 칼칼합니다.',
        en: 'Steamed dumplings with well-aged kimchi.',
        price: 7_000,
      },
      { name: '새우만두', ko: '통새우가 하나씩 들어 있습니다.', en: 'A whole prawn in each dumpling.', price: 8_500 },
      {
        name: '군만두',
        ko: '아랫면을 바삭하게 구웠습니다.',
        en: 'Pan-fried dumplings with a crisp side.',
        price: 7_500,
      },
      {
        name: '만둣국',
        ko: '사골 국물에 손만두 여섯 개를 넣었습니다.',
        en: 'Six handmade dumplings in a beef bone broth.',
        price: 9_500,
      },
      {
        name: '떡만둣국',
        ko: '떡국떡과 만두를 함께 끓였습니다.',
        en: 'Dumplings and sliced rice cakes in one bowl.',
        price: 10_000,
      },
      {
        name: '만두전골',
        ko: '두세 명이 나누는 얼큰한 전골입니다.',
        en: 'A spicy dumpling hot pot for two or three.',
        price: 29_000,
      },
    ],
  },
];
