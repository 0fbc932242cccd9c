export {
  type AccountConfig,
  type AccountSubgraph,
  type AttemptRules,
  defaultRules,
  openAccount,
  type Rotation,
  rotateKeys,
  typeDefs,
} from './open.ts';
export { database } from './persistence/database.ts';
export { type DemoMember, seedMembers } from './seed.ts';
