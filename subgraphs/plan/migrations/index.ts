import { Plans } from './0001-plans.ts';
import { BoardSearch } from './0002-board-search.ts';
import { Recommendations } from './0003-recommendations.ts';
import { Ranking } from './0004-ranking.ts';
import { HeartsByMember } from './0005-hearts-by-member.ts';
import { TracedMessages } from './0006-traced-messages.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [
  { name: '0001-plans', class: Plans },
  { name: '0002-board-search', class: BoardSearch },
  { name: '0003-recommendations', class: Recommendations },
  { name: '0004-ranking', class: Ranking },
  { name: '0005-hearts-by-member', class: HeartsByMember },
  { name: '0006-traced-messages', class: TracedMessages },
];
