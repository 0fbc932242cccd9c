/** A build of Moa with a fault in it, which lets happen what an invariant forbids: for showing that its check sees it. */
export type Break = {
  /** The invariant's name, and its own. */
  readonly name: string;
  /** What is wrong with the build. */
  readonly says: string;
  readonly edits: readonly Edit[];
};

/** `from` stands in the file once. */
export type Edit = {
  /** From the root of the repository. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
};

/** A break of one file in one place. */
export const breakOf = (name: string, says: string, file: string, from: string, to: string): Break => ({
  name,
  says,
  edits: [{ file, from, to }],
});
