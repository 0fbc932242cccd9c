/** An answer, and its text by which it is known again. */
export type Heard<Answer> = { readonly answer: Answer; readonly text: string };

export type Seam<Answer> = {
  /** What the new source has told, and the old one hasn't. */
  readonly news: Answer[];
  /** What the old one has told, and the new one is still to tell. */
  readonly repeats: string[];
};

/**
 * Two sources have told the same for a while, each at its own pace and from a moment of its own. They are joined at the last
 * thing that both have told. Where there is none, everything that the new one has told is news: rather twice than not at all.
 */
export function seamOf<Answer>(told: readonly string[], heard: readonly Heard<Answer>[]): Seam<Answer> {
  const known = new Set(told);
  const last = heard.findLastIndex(({ text }) => known.has(text));
  const news = heard.slice(last + 1).map(({ answer }) => answer);
  const both = heard[last]?.text;
  if (both === undefined || news.length > 0) return { news, repeats: [] };
  return { news, repeats: told.slice(told.lastIndexOf(both) + 1) };
}
