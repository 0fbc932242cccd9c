import type { Network } from './network.ts';
import type { PathTransfer } from './path.ts';

/** The median of the published ones: a guess for those that are not. */
export const typicalTransfer = { walkMeters: 107, walkSeconds: 89 } as const;

/** What it takes to change trains at a station, in the one direction as in the other. */
export type Transfers = (stationId: string, fromLineId: string, toLineId: string) => PathTransfer;

export function transfersOf({ transfers }: Pick<Network, 'transfers'>): Transfers {
  const published = new Map(
    transfers.flatMap((transfer) => {
      const [a, b] = transfer.lineIds;
      return [
        [keyOf(transfer.stationId, a, b), transfer] as const,
        [keyOf(transfer.stationId, b, a), transfer] as const,
      ];
    }),
  );
  return (stationId, fromLineId, toLineId) => {
    const found = published.get(keyOf(stationId, fromLineId, toLineId));
    const { walkMeters, walkSeconds } = found ?? typicalTransfer;
    return { stationId, fromLineId, toLineId, walkMeters, walkSeconds, isEstimated: !found };
  };
}

const keyOf = (...ids: readonly string[]): string => ids.join('\n');
