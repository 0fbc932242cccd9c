import { connectionOf, graphError, pageRequest } from '@moa/subgraph';
import type { Plan } from '../domain/plan.ts';
import { storable } from '../domain/text.ts';
import { findMostHeartedOnBoard, findNewestOnBoard } from '../persistence/board.ts';
import { countKey, isCountKey, isMomentKey } from '../persistence/keyset.ts';
import { sharedKey } from './member.ts';
import type { QueryResolvers } from './schema.gen.ts';

const mostWords = 10;
const longestSearch = 100;

export const Query: QueryResolvers = {
  plan: (_root, { id }, { loaders }) => loaders.plan.load(id),
  planBoard: async (_root, { search, orderBy, first, after }, { em }) => {
    const words = wordsOf(search ?? '');
    switch (orderBy) {
      case 'NEWEST': {
        const page = pageRequest(first, after, isMomentKey);
        return connectionOf(await findNewestOnBoard(em, { words, page }), page, sharedKey);
      }
      case 'HEARTS': {
        const page = pageRequest(first, after, isCountKey);
        return connectionOf(await findMostHeartedOnBoard(em, { words, page }), page, heartKey);
      }
    }
  },
  recommendation: (_root, { id }, { loaders }) => loaders.recommendation.load(id),
};

/** @throws BAD_USER_INPUT when there are too many */
function wordsOf(search: string): readonly string[] {
  const words = storable(search).split(/\s+/).filter(Boolean);
  if (search.length <= longestSearch && words.length <= mostWords) return words;
  throw graphError('BAD_USER_INPUT', `\`search\` has at most ${mostWords} words and ${longestSearch} characters.`);
}

const heartKey = ({ heartCount, sharedAt, id }: Plan): string => {
  if (!sharedAt) throw new Error(`The plan ${id} is not shared.`);
  return countKey(heartCount, sharedAt, id);
};
