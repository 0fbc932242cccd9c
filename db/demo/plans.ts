import { demoId } from './ids.ts';
import { doyun, haneul, jimin, sora } from './members.ts';

/** A shared travel plan to begin the board with. */
export type DemoPlan = {
  readonly id: string;
  readonly ownerId: string;
  readonly title: string;
  readonly location: string;
  readonly groupSize: number;
  readonly days: number;
  /** Whole won. */
  readonly budget: number;
  readonly details: string;
};

const plan = (number: number, owner: { readonly id: string }, words: Omit<DemoPlan, 'id' | 'ownerId'>): DemoPlan => ({
  id: demoId('4', number),
  ownerId: owner.id,
  ...words,
});

// The number is the id: never give one to something else.
export const demoPlans: readonly DemoPlan[] = [
  plan(1, jimin, {
    title: '강릉 바다와 커피',
    location: '강릉',
    groupSize: 2,
    days: 2,
    budget: 400_000,
    details: '바다를 오래 보고, 조용한 곳에서 커피를 마시고 싶어요.',
  }),
  plan(2, doyun, {
    title: '경주 천년의 길',
    location: '경주',
    groupSize: 4,
    days: 3,
    budget: 900_000,
    details: '아이들과 역사 유적과 박물관을 천천히 걷습니다.',
  }),
  plan(3, haneul, {
    title: '여수 밤바다',
    location: '여수',
    groupSize: 2,
    days: 2,
    budget: 500_000,
    details: '케이블카와 섬, 저녁에는 바다.',
  }),
  plan(4, sora, {
    title: '전주 맛 여행',
    location: '전주',
    groupSize: 3,
    days: 1,
    budget: 200_000,
    details: '시장과 한옥마을, 전통 음식.',
  }),
  plan(5, jimin, {
    title: '제주 숲과 오름',
    location: '제주',
    groupSize: 2,
    days: 4,
    budget: 1_500_000,
    details: '숲길 산책과 휴식, 하루는 바다에서.',
  }),
];
