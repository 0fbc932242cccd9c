import type { EntityManager } from '@mikro-orm/postgresql';
import { type Message, send } from '@moa/outbox';
import type { ChannelName } from '../channels/channel.ts';
import type { Draft, NotificationView } from '../domain/notification.ts';
import { addNotifications } from '../persistence/add-notifications.ts';

/** The channel of the live log that carries what a member is told. */
export const mailboxChannel = (memberId: string): string => `notifications:${memberId}`;

export type NotifyContext = {
  readonly clock: () => Date;
  readonly ids: () => string;
  /** Where notifications go outside of Moa. */
  readonly channelNames: readonly ChannelName[];
};

/** The job that carries one notification out over one channel. */
export const deliveryJob = 'deliverNotification';

/** Tells people something, each of them once: in their mailbox, live, and over every channel. All of it or nothing. */
export async function notify(
  em: EntityManager,
  drafts: readonly Draft[],
  { clock, ids, channelNames }: NotifyContext,
): Promise<void> {
  if (drafts.length === 0) return;
  const createdAt = clock();
  const added = await addNotifications(
    em,
    drafts.map((draft) => ({ ...draft, id: ids(), createdAt })),
  );
  // Of one recipient the older first: live entries leave in the order in which they are sent.
  const inOrder = added.toSorted((one, other) => one.number - other.number);
  await send(em, [
    ...inOrder.map((view) => ({ kind: 'live', channel: mailboxChannel(view.recipientId), payload: view }) as const),
    ...inOrder.flatMap((view) => deliveries(view, channelNames)),
  ]);
}

const deliveries = ({ id }: NotificationView, channelNames: readonly ChannelName[]): readonly Message[] =>
  channelNames.map((channel) => ({ kind: 'job', name: deliveryJob, data: { notificationId: id, channel } }));
