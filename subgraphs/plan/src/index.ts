export type { Advice, Advisor, AdvisorRequest } from './advisor/advisor.ts';
export { openAdvisor } from './advisor/index.ts';
export { openPlan, type PlanConfig, typeDefs } from './open.ts';
export { database } from './persistence/database.ts';
export { type DemoPlan, seedPlans } from './seed.ts';
