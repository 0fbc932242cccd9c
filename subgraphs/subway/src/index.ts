export { readSeoulNetwork } from '../migrations/seoul-network.ts';
export type { Network } from './domain/network.ts';
export { createPathFinder, type PathCriterion, type PathFinder } from './domain/path-finder.ts';
export { openSubway, type SubwayConfig, typeDefs } from './open.ts';
export { database } from './persistence/database.ts';
