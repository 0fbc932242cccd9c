/** How a subgraph's HTTP answer may be used again, as its headers say. */
export type Freshness = {
  /** Seconds for which anybody may be given it; 0 for not at all. */
  readonly maxAge: number;
  /** What was kept of this subgraph before is of no use any more: `Clear-Site-Data: "cache"`. */
  readonly clearsCache: boolean;
};

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** By RFC 9111 for a shared cache, stricter where it leaves a choice: only what says `public` and `max-age` is kept. */
export const freshnessOf = (headers: Headers): Freshness => ({
  maxAge: isForAnybody(textOf(headers.vary).toLowerCase())
    ? maxAgeOf(textOf(headers['cache-control']).toLowerCase(), Number(textOf(headers.age)) || 0)
    : 0,
  clearsCache: /"(cache|\*)"/.test(textOf(headers['clear-site-data'])),
});

/** Headers that are the same in all our requests, or that subgraphs name for browsers. */
const constant = new Set(['', 'accept', 'accept-encoding', 'content-type', 'origin']);

const isForAnybody = (vary: string): boolean => vary.split(',').every((name) => constant.has(name.trim()));

function maxAgeOf(cacheControl: string, age: number): number {
  const directives = new Map(
    cacheControl.split(',').map((directive): [string, string] => {
      const [name = '', value = ''] = directive.trim().split('=');
      return [name, value];
    }),
  );
  if (!directives.has('public') || ['private', 'no-store', 'no-cache'].some((name) => directives.has(name))) return 0;
  const seconds = directives.get('s-maxage') ?? directives.get('max-age') ?? '';
  return /^\d+$/.test(seconds) ? Math.max(0, Number(seconds) - age) : 0;
}

const textOf = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value?.join() ?? '');
