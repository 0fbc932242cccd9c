import { type Comparison, compare, type Pair } from '../measure/compare.ts';
import { describeMachine } from '../measure/machine.ts';
import { reads } from './reads.ts';
import { serveTown } from './serve.ts';
import { resetStatements, type StatementCost, statementCosts } from './statements.ts';
import type { Town } from './town.ts';
import { writes } from './writes.ts';

export type OrdersBench = {
  /** The administrator's URL of the server to measure on; the bench drops what it creates there. */
  readonly adminUrl: string;
  readonly towns: Pair<Town>;
  readonly rounds: number;
  /** Operations of a kind and side in one round. */
  readonly batch: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
};

export type OrdersResult = Pick<OrdersBench, 'towns' | 'rounds' | 'batch'> & {
  readonly comparisons: readonly Comparison[];
  /** Empty where the server keeps no statistics of statements. */
  readonly statements: readonly StatementCost[];
  readonly machine: string;
  readonly server: string;
};

/** Serves two towns, measures them in turns, and removes them again. @throws what `signal` was aborted with */
export async function benchOrders({
  adminUrl,
  towns,
  rounds,
  batch,
  report,
  signal,
}: OrdersBench): Promise<OrdersResult> {
  await using opened = new AsyncDisposableStack();
  const open = async (town: Town) => {
    const served = await serveTown(adminUrl, town, { report, signal });
    opened.defer(served.close);
    return served;
  };
  const sides = { small: await open(towns.small), large: await open(towns.large) };
  const { rows } = await sides.small.sql.query<{ server_version: string }>('show server_version');

  const scenarios = [...writes(batch), ...reads(batch, sides)];
  await resetStatements(adminUrl);
  const comparisons = await compare(scenarios, sides, { rounds, report, signal });
  const statements = await statementCosts(adminUrl, {
    small: sides.small.databaseName,
    large: sides.large.databaseName,
  });
  const server = `PostgreSQL ${rows[0]?.server_version}`;
  return { towns, rounds, batch, comparisons, statements, machine: describeMachine(), server };
}
