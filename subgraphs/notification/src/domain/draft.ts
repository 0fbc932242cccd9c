import type { FactOf, FactType } from '@moa/contracts';
import type { Draft, Subject } from './notification.ts';

/** Whom a fact of each type is news for, and what they are told. */
export type News<Type extends FactType> = { readonly [Each in Type]: (fact: FactOf<Each>) => readonly Draft[] };

type Addressed = Pick<Draft, 'content'> & {
  /** Undefined where the fact does not say whom it concerns: then nobody is told. */
  readonly to: string | null | undefined;
  readonly aboutId?: string;
};

type About = { readonly [Id in keyof Subject]: { readonly [Each in Id]: string } }[keyof Subject];

/**
 * What an event is known by, and what it is about; gives what makes drafts of it. An event without a version is told once,
 * however often it happens.
 */
export const draftsOf =
  (event: { readonly type: FactType; readonly id: string; readonly version?: number }, subject?: About) =>
  (...messages: readonly Addressed[]): readonly Draft[] =>
    messages.flatMap(({ to, content, aboutId = null }) =>
      to
        ? [
            {
              recipientId: to,
              factKey: [event.type, event.id, event.version ?? []].flat().join(' '),
              content,
              aboutId,
              orderId: null,
              taxiBookingId: null,
              planId: null,
              ...subject,
            },
          ]
        : [],
    );
