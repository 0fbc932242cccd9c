/** Two members, and which way they stand. */
export type Ends = {
  readonly followerId: string;
  readonly followeeId: string;
};

/** What is between two members, one way: the other way round is another pair. */
export type Pair = Ends & {
  /** How often it changed: 0 where nobody ever followed. */
  readonly version: number;
  readonly isFollowing: boolean;
};

/** Where nothing ever happened. */
export const newPair = ({ followerId, followeeId }: Ends): Pair => ({
  followerId,
  followeeId,
  version: 0,
  isFollowing: false,
});
