import { defineWords } from '../i18n/words.ts';

export const paymentWords = defineWords(
  {
    payWith: '결제 수단',
    noMethods: '저장된 결제 수단이 없어요.',
    saveTestCard: '시험용 카드 등록',
  },
  {
    payWith: 'Pay with',
    noMethods: 'You have saved nothing to pay with.',
    saveTestCard: 'Save a test card',
  },
);
