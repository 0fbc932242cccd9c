import { type FaultyProxy, openFaultyProxy } from '../proxy/proxy.ts';

/** Proxies before what others call, by the name of what stands behind. */
export async function openWays(
  targets: readonly (readonly [name: string, port: number])[],
  closing: AsyncDisposableStack,
): Promise<ReadonlyMap<string, FaultyProxy>> {
  const ways = await Promise.all(
    targets.map(async ([name, target]) => {
      const way = await openFaultyProxy({ target });
      closing.defer(way.close);
      return [name, way] as const;
    }),
  );
  return new Map(ways);
}

/** The variables that send Moa over them. */
export const addressesOf = (ways: ReadonlyMap<string, FaultyProxy>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from(ways, ([name, { port }]) =>
      name === 'provider'
        ? ['PAY_PROVIDER_URL', `http://127.0.0.1:${port}`]
        : [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${port}/graphql`],
    ),
  );
