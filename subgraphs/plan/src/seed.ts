import { openDatabase } from '@moa/database';
import { won } from '@moa/money';
import type { Logger } from '@moa/telemetry';
import type { Plan } from './domain/plan.ts';
import { indexForBoard } from './persistence/board.ts';
import { database } from './persistence/database.ts';
import { addPlan, findPlans } from './persistence/plans.ts';

/** A shared plan of the demo; its id is fixed, so that seeding again changes nothing. */
export type DemoPlan = {
  readonly id: string;
  readonly ownerId: string;
  readonly title: string;
  readonly location: string;
  readonly groupSize: number;
  readonly days: number;
  /** Whole won. */
  readonly budget: number;
  readonly details: string;
};

/** Puts the plans on the board that do not exist yet, the first one as the newest. */
export async function seedPlans(url: string, plans: readonly DemoPlan[], logger: Logger): Promise<void> {
  const orm = await openDatabase(url, database, { logger, poolMax: 1 });
  const begin = Date.now();
  try {
    await orm.em.fork().transactional(async (em) => {
      const present = new Set(
        (
          await findPlans(
            em,
            plans.map(({ id }) => id),
          )
        ).map(({ id }) => id),
      );
      for (const [index, demo] of plans.entries()) {
        if (present.has(demo.id)) continue;
        const at = new Date(begin - index * 60_000);
        const plan: Plan = {
          ...demo,
          budget: won(demo.budget),
          version: 1,
          origin: 'MEMBER',
          travelDate: null,
          sharedAt: at,
          heartCount: 0,
          createdAt: at,
          updatedAt: at,
        };
        await addPlan(em, plan);
        await indexForBoard(em, plan);
      }
    });
  } finally {
    await orm.close();
  }
}
