export { type AccountConfig, type AccountSubgraph, openAccount, typeDefs } from './open.ts';
export { database } from './persistence/database.ts';
export { type DemoMember, seedMembers } from './seed.ts';
