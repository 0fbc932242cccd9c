import { defineWords } from '../../i18n/words.ts';

export const kitchenWords = defineWords(
  {
    mine: '내 메뉴',
    none: '아직 메뉴가 없어요',
    noneText: '첫 메뉴를 올려 보세요.',
    soldOut: '품절로 바꾸기',
    back: '다시 팔기',
    isSoldOut: '품절',
    add: '메뉴 올리기',
    name: '메뉴 이름',
    restaurant: '식당',
    description: '설명',
    price: '가격(원)',
    submit: '올리기',
    added: (dish: string) => `${dish} 메뉴를 올렸어요.`,
  },
  {
    mine: 'My dishes',
    none: 'No dishes yet',
    noneText: 'Put your first one on the menu.',
    soldOut: 'Mark as sold out',
    back: 'Sell again',
    isSoldOut: 'Sold out',
    add: 'Add a dish',
    name: 'Name',
    restaurant: 'Restaurant',
    description: 'Description',
    price: 'Price (₩)',
    submit: 'Put on the menu',
    added: (dish: string) => `${dish} is on the menu.`,
  },
);
