export { type FollowConfig, openFollow, typeDefs } from './open.ts';
export { database } from './persistence/database.ts';
export { type DemoFollow, seedFollows } from './seed.ts';
