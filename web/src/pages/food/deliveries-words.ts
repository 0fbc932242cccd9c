import { defineWords } from '../../i18n/words.ts';

export const deliveriesWords = defineWords(
  {
    mine: '내가 가져가는 배달',
    open: '배달원을 기다려요',
    noneOpen: '지금은 기다리는 배달이 없어요',
    noneOpenText: '주문이 결제되면 여기에 나타나요.',
    noneMine: '맡은 배달이 없어요',
    noneMineText: '아래에서 하나를 맡아 보세요.',
    accept: '맡기',
    complete: '전달했어요',
  },
  {
    mine: 'On my bike',
    open: 'Waiting for a courier',
    noneOpen: 'Nothing waits right now',
    noneOpenText: 'Orders that are paid appear here.',
    noneMine: 'You carry nothing',
    noneMineText: 'Take one on below.',
    accept: 'Take it',
    complete: 'Handed over',
  },
);
