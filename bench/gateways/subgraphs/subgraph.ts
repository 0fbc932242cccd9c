import type { GraphQLSchemaModule } from '@apollo/subgraph/dist/resolvers.js';

/** One subgraph's schema and what answers it. */
export type Subgraph = {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: NonNullable<GraphQLSchemaModule['resolvers']>;
};

/** Each schema begins with it. */
export const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@external", "@requires", "@provides", "@shareable", "@listSize"])`;
