import { type Break, breakOf } from './break.ts';

const saveOrder = 'subgraphs/order/src/actions/save.ts';
const sent = `({ kind: 'fact', fact }) as const), liveView(view)]`;

export const liveBreaks: readonly Break[] = [
  breakOf(
    'live-never-back',
    'after each change the first state is shown again',
    'shared/subgraph/src/follow.ts',
    `seen = state.revision;
      yield state;`,
    `seen = state.revision;
      yield state;
      if (present) yield present;`,
  ),
  breakOf(
    'live-skips-nothing',
    'that an order is paid is not shown',
    saveOrder,
    sent,
    `({ kind: 'fact', fact }) as const), ...(view.status === 'PAID' ? [] : [liveView(view)])]`,
  ),
  breakOf(
    'live-shows-the-end',
    'how an order ends is not shown',
    saveOrder,
    sent,
    `({ kind: 'fact', fact }) as const), ...(ends || hasEnded(after) ? [] : [liveView(view)])]`,
  ),
  breakOf(
    'live-notifications-complete',
    'every third notification is not shown',
    'subgraphs/notification/src/actions/notify.ts',
    '...inOrder.map((view) =>',
    '...inOrder.filter(({ number }) => number % 3 !== 0).map((view) =>',
  ),
];
