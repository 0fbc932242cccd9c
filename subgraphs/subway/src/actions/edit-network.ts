import type { EntityManager } from '@mikro-orm/postgresql';
import type { ActionContext, Outcome } from '@moa/subgraph';
import { lockNetwork, raiseVersion } from '../persistence/network.ts';

/**
 * One edit after the other, whichever processes make them: each decides on what the one before has left. What is done is news
 * to all of them from the end of the transaction on; what is refused is none.
 */
export const editNetwork = <Value, Code extends string>(
  context: ActionContext,
  edit: (em: EntityManager) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code>> =>
  context.transaction(async (em) => {
    await lockNetwork(em);
    const outcome = await edit(em);
    if (outcome.kind === 'done') await raiseVersion(em);
    return outcome;
  });
