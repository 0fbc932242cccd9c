import { findPath, menu, myPage } from '../../src/journeys/queries.ts';

/** Of Moa's graph: nine fetches from seven subgraphs, and twice one with a long answer. From Gangnam (강남) to Incheon (인천). */
export const moaQueries: ReadonlyMap<string, string> = new Map([
  ['my-page', myPage],
  ['menu', menu],
  ['find-path', findPath('222', '161')],
]);
