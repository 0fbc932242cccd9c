import { bora, doyun, haneul, jimin, sora } from './members.ts';

/** One demo member follows another one. */
export type DemoFollow = { readonly followerId: string; readonly followeeId: string };

const follow = (follower: { readonly id: string }, followee: { readonly id: string }): DemoFollow => ({
  followerId: follower.id,
  followeeId: followee.id,
});

export const demoFollows: readonly DemoFollow[] = [
  follow(doyun, jimin),
  follow(haneul, jimin),
  follow(bora, jimin),
  follow(jimin, doyun),
  follow(haneul, sora),
];
