import type { Language } from '@moa/contracts';
import type { NotificationKind } from './content.ts';
import type { NotificationView } from './notification.ts';
import { wordsOf } from './texts.ts';

/** A notification as it leaves Moa. */
export type OutgoingMessage = {
  /** The notification's: the same however often it is sent, so that who receives it can tell. */
  readonly id: string;
  readonly kind: NotificationKind;
  readonly receiver: Receiver;
  readonly language: Language;
  readonly title: string;
  readonly text: string;
  /** RFC 3339. */
  readonly createdAt: string;
};

export type Receiver = {
  readonly memberId: string;
  /** Empty while it is not known. */
  readonly name: string;
};

export const messageOf = (view: NotificationView): OutgoingMessage => ({
  id: view.id,
  kind: view.content.kind,
  receiver: { memberId: view.recipientId, name: view.recipientName },
  language: view.language,
  ...wordsOf(view),
  createdAt: view.createdAt,
});
