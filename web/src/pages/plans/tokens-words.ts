import { defineWords } from '../../i18n/words.ts';

export const tokensWords = defineWords(
  {
    mine: '내 토큰',
    what: '추천 하나에 토큰 하나. 추천이 나오지 않으면 돌아와요.',
    buyTitle: '토큰 사기',
    price: (won: string) => `한 개에 ${won}`,
    quantity: '몇 개',
    buy: (won: string) => `${won} 결제하고 사기`,
    bought: (count: number) => `토큰 ${count}개가 들어왔어요.`,
    pending: '결제가 아직 확인되지 않았어요. 확인되면 토큰이 들어와요. 두 번 결제되지 않으니 다시 확인해도 괜찮아요.',
    check: '다시 확인하기',
    reasons: {
      card_declined: '카드사가 거절했어요.',
      insufficient_funds: '카드의 잔액이 모자라요.',
      other: '다른 결제 수단으로 해 보세요.',
    },
    history: '오간 토큰',
    none: '아직 오간 토큰이 없어요',
    kinds: { WELCOME: '가입 선물', PURCHASE: '구매', RESERVATION: '추천에 사용', RELEASE: '추천 실패로 반환' },
    see: '추천 보기',
    pieces: (count: number) => `${count}개`,
    toRecommend: '여행 추천받기',
  },
  {
    mine: 'My tokens',
    what: 'One token for one recommendation. If none comes of it, the token comes back.',
    buyTitle: 'Buy tokens',
    price: (won: string) => `${won} each`,
    quantity: 'How many',
    buy: (won: string) => `Pay ${won}`,
    bought: (count: number) => (count === 1 ? 'The token is yours.' : `The ${count} tokens are yours.`),
    pending:
      'The payment is not confirmed yet; the tokens come once it is. Nothing is paid twice, so feel free to check again.',
    check: 'Check again',
    reasons: {
      card_declined: 'The card was declined.',
      insufficient_funds: 'There is not enough money on the card.',
      other: 'Try another card.',
    },
    history: 'What came and went',
    none: 'Nothing yet',
    kinds: {
      WELCOME: 'Welcome gift',
      PURCHASE: 'Bought',
      RESERVATION: 'For a recommendation',
      RELEASE: 'Back from a failed recommendation',
    },
    see: 'See it',
    pieces: (count: number) => String(count),
    toRecommend: 'Have a trip recommended',
  },
);
