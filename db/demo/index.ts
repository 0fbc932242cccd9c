export { demoCrowd } from './crowd.ts';
export { type DemoFollow, demoFollows } from './follows.ts';
export { type DemoMember, demoMembers, demoPassword } from './members.ts';
export { type DemoDish, demoMenu } from './menu.ts';
export { type DemoPaymentMethod, demoPaymentMethods } from './payment-methods.ts';
export { type DemoPlan, demoPlans } from './plans.ts';
