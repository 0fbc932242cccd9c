import { type Break, breakOf } from './break.ts';

const pay = 'subgraphs/pay/src';
const ledger = `${pay}/persistence/token-ledger.ts`;
const reservation = `${pay}/domain/reservation.ts`;

export const tokenBreaks: readonly Break[] = [
  breakOf(
    'balance-is-its-entries',
    'what is taken from a balance is added to it',
    ledger,
    'set balance = balance + ?::integer,',
    'set balance = balance + abs(?::integer),',
  ),
  {
    name: 'balance-not-below-zero',
    says: 'a recommendation costs six tokens, and nobody looks whether they are there',
    edits: [
      {
        file: 'subgraphs/pay/migrations/0005-tokens.ts',
        from: 'balance integer not null default 0 check (balance >= 0),',
        to: 'balance integer not null default 0,',
      },
      {
        file: `${pay}/domain/token-ledger.ts`,
        from: 'export const recommendationTokens = 1;',
        to: 'export const recommendationTokens = 6;',
      },
      { file: reservation, from: 'balance >= recommendationTokens', to: 'balance > -1_000' },
    ],
  },
  breakOf(
    'ledger-sums-to-zero',
    'one line of each movement is a token short',
    ledger,
    '(values (?, -?::integer), (?, ?::integer))',
    '(values (?, -?::integer - 1), (?, ?::integer))',
  ),
  breakOf(
    'welcomed-once',
    'a new member gets six tokens',
    `${pay}/domain/token-ledger.ts`,
    'export const welcomeTokens = 5;',
    'export const welcomeTokens = 6;',
  ),
  breakOf(
    'recommendation-has-its-plan',
    'a recommendation is told to be there, and its plan is not kept',
    'subgraphs/plan/src/actions/recommend.ts',
    'await addPlan(em, plan, { recommendationId: recommendation.id, itinerary: storableItinerary(draft.itinerary) });',
    '',
  ),
  breakOf(
    'recommendation-ended',
    'nobody writes the plan once its token is held',
    'subgraphs/plan/src/domain/recommending.ts',
    `send: ({ id }) => [recommendJob(id)] },`,
    'send: () => [] },',
  ),
  breakOf(
    'recommendation-cost-one-token',
    'a token that is spent is not booked as spent',
    reservation,
    `RecommendationReady: { to: 'CAPTURED', send: (reserved) => [recommendationMovement('CAPTURE', reserved)] },`,
    `RecommendationReady: { to: 'CAPTURED' },`,
  ),
  breakOf(
    'token-given-back',
    'the token of a recommendation that failed is not given back',
    reservation,
    `RecommendationFailed: { to: 'RELEASED', send: (reserved) => [recommendationMovement('RELEASE', reserved)] },`,
    `RecommendationFailed: { to: 'RELEASED' },`,
  ),
  breakOf(
    'purchase-booked-once',
    'a purchase books a token more than was paid for',
    `${pay}/domain/settlement.ts`,
    'subject.purchaseId, subject.quantity)',
    'subject.purchaseId, subject.quantity + 1)',
  ),
];
