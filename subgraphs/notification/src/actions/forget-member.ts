import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { forgetMember as remember } from '@moa/subgraph';
import { deleteNotificationsOf, deletePairsAndPlansOf, eraseFromNotifications } from '../persistence/erase.ts';
import { forgetRecipient } from '../persistence/recipients.ts';

/** The job that goes on erasing. */
export const eraseJob = 'erasePerson';

/**
 * A member deleted their account: what they were told goes, whom they follow and who follows them, and what others were told of
 * them as a person. Nothing is put into their mailbox any more, and nothing of them into others'. Runs in the transaction that notes
 * the fact as received.
 */
export async function forgetMember(em: EntityManager, memberId: string): Promise<void> {
  await remember(em, memberId);
  await forgetRecipient(em, memberId);
  await deletePairsAndPlansOf(em, memberId);
  await deleteNotificationsOf(em, memberId);
  await erasePerson(em, memberId);
}

/**
 * Somebody with many followers stands in very many mailboxes: each run erases some, and leaves a job for the rest. It is not
 * shown any more from the moment in which they were forgotten.
 */
export async function erasePerson(em: EntityManager, memberId: string): Promise<void> {
  if (await eraseFromNotifications(em, memberId)) return;
  await send(em, [{ kind: 'job', name: eraseJob, data: { memberId } }]);
}
