import { subscribers } from '@moa/contracts';
import { type CrashPoint, moments } from '../preload/crash-point.ts';

/** Nobody joins or leaves during a run. */
const elsewhere: readonly string[] = ['MemberJoined', 'MemberUpdated', 'MemberDeleted'];

/** The subgraphs' own work, by the names of its jobs. */
export const jobNames = {
  pay: ['chargePayment', 'chargeRide', 'chargeTokens', 'refundPayment'],
  taxi: ['dispatchTaxi', 'expireOffer', 'settleCancellation', 'placeDriver'],
  plan: ['startRecommendation', 'recommend'],
} as const;

const topics: readonly string[] = [
  ...Object.keys(subscribers).filter((type) => !elsewhere.includes(type)),
  ...Object.values(jobNames).flat(),
];

/** Every step of every saga is told by a message, and each message has four moments at which a process may die. */
export const sagaSteps: readonly CrashPoint[] = topics.flatMap((topic) => moments.map((moment) => ({ topic, moment })));
