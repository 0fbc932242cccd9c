import { type Break, breakOf } from './break.ts';

const placeOrder = 'subgraphs/order/src/actions/place-order.ts';

export const answerBreaks: readonly Break[] = [
  breakOf(
    'nothing-accepted-is-lost',
    'a plan is told to be kept, and is not',
    'subgraphs/plan/src/actions/create-plan.ts',
    'await addPlan(em, decision.value);',
    '',
  ),
  breakOf(
    'one-result-per-key',
    'an order does not remember the key that it was placed with',
    placeOrder,
    '{ key: command.idempotencyKey, requestHash }',
    '{ key: placement.id, requestHash }',
  ),
  breakOf(
    'no-result-is-taken-back',
    'the same order again is refused',
    placeOrder,
    'if (earlier.requestHash !== requestHash) return',
    'if (earlier.requestHash.length > 0) return',
  ),
];
