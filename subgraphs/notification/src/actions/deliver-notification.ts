import type { EntityManager } from '@mikro-orm/postgresql';
import { UnrecoverableError } from '@moa/jobs';
import type { Channel } from '../channels/channel.ts';
import { messageOf } from '../domain/outgoing-message.ts';
import { findNotifications } from '../persistence/notification-views.ts';

export type DeliverContext = { readonly em: EntityManager; readonly channels: readonly Channel[] };

/**
 * Carries a notification out over a channel, in the member's present language. Nothing to do for one that is gone: its
 * recipient has left Moa.
 */
export async function deliverNotification(
  { em, channels }: DeliverContext,
  { notificationId, channel: name }: { readonly notificationId: string; readonly channel: string },
): Promise<void> {
  const [notification] = await findNotifications(em, [notificationId]);
  if (!notification) return;
  const channel = channels.find((candidate) => candidate.name === name);
  if (!channel) throw new UnrecoverableError(`The channel ${name} is not configured any more.`);
  await channel.send(messageOf(notification));
}
