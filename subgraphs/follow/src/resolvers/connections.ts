import type { Connection } from '@moa/subgraph';
import type { FollowView } from '../domain/follow-view.ts';
import type { FollowConnectionResolvers, FollowDashboardEntryResolvers, FollowEdgeResolvers } from './schema.gen.ts';

export type FollowPage = Connection<FollowView>;
export type FollowLine = FollowPage['edges'][number];

export const FollowConnection: FollowConnectionResolvers = {
  nodes: ({ nodes }) => nodes.map(({ memberId }) => ({ id: memberId })),
};

export const FollowEdge: FollowEdgeResolvers = {
  node: ({ node }) => ({ id: node.memberId }),
};

export const FollowDashboardEntry: FollowDashboardEntryResolvers = {
  member: ({ memberId }) => ({ id: memberId }),
};
