/** One line of a list of followers, or of those who are followed. */
export type FollowView = {
  /** Places it in its list: the latest has the highest. A whole number, as text since it may be a large one. */
  readonly number: string;
  /** The other one of the two. */
  readonly memberId: string;
  /** RFC 3339. */
  readonly followedAt: string;
};

/** Whether a client's text can be the number of a follow. */
export const isFollowNumber = (text: string): boolean => /^[1-9]\d{0,17}$/.test(text);

/** How many follow a member, and how many that member follows. */
export type FollowCounts = {
  readonly id: string;
  readonly followerCount: number;
  readonly followingCount: number;
};
