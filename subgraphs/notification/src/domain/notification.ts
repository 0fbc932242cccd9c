import type { Language } from '@moa/contracts';
import type { Content } from './content.ts';

/** What the notification speaks of; at most one of them. */
export type Subject = {
  readonly orderId: string | null;
  readonly taxiBookingId: string | null;
  readonly planId: string | null;
};

/** Something to be put into a member's mailbox. */
export type Draft = Subject & {
  readonly recipientId: string;
  /** Names the event; a recipient is told of each once. */
  readonly factKey: string;
  readonly content: Content;
  /** Whom it tells of, in `content.person` or by name; what it says of them goes when they leave Moa. */
  readonly aboutId: string | null;
};

/** A notification as its recipient reads it. It is also sent as JSON, so moments are RFC 3339 text. */
export type NotificationView = Subject & {
  readonly id: string;
  readonly recipientId: string;
  /** Counts the recipient's notifications: in the order in which they became visible, without gaps. */
  readonly number: number;
  readonly content: Content;
  /** Null when it tells of nobody else, or when they have left Moa. */
  readonly aboutId: string | null;
  /** Their present name; empty when it is not known. */
  readonly aboutName: string;
  /** The recipient's, when it was read from the mailbox. */
  readonly language: Language;
  /** Empty while it is not known. */
  readonly recipientName: string;
  readonly createdAt: string;
  readonly readAt: string | null;
};

/** The id of the member who did what is told. Customer and driver are none: they meet in their booking alone. */
export function actorOf({ content, aboutId }: NotificationView): string | null {
  switch (content.kind) {
    case 'MEMBER_FOLLOWED':
    case 'PLAN_SHARED':
    case 'PLAN_HEARTED':
      return aboutId;
    default:
      return null;
  }
}
