import type { EntityManager } from '@mikro-orm/postgresql';

/** The plans of a subgraph's very own statements. */
export type Explaining = {
  /** Explains what it is given to execute instead of running it; whoever executes something gets no rows, and none affected. */
  readonly explaining: EntityManager;
  /** As PostgreSQL prints them, in the order of the statements. */
  readonly plans: string[];
};

/** For a test that says which index a statement goes by. The tables should be full and analyzed. */
export function explainOn(em: EntityManager): Explaining {
  const plans: string[] = [];
  const explaining = {
    execute: async (statement: string, parameters: unknown[]) => {
      const lines: Record<string, string>[] = await em.execute(`explain ${statement}`, parameters);
      plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
      return Object.assign([], { affectedRows: 0 });
    },
  } as unknown as EntityManager; // persistence uses no more of it than `execute`
  return { explaining, plans };
}
