/** The graph of this measurement: one subgraph that tells all its subscribers something at the same time. */
export const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query {
    lastTick: Tick
  }
  type Subscription {
    ticks(channel: Int!): Tick!
  }
  type Tick {
    channel: Int!
    number: Int!
    "On the clock that all processes of a machine share, in milliseconds."
    publishedAt: Float!
    text: String!
  }`;

export const subscription = `subscription Ticks($channel: Int!) {
  ticks(channel: $channel) { channel number publishedAt text }
}`;

export const text = 'Your courier is at the corner of Sejong-daero and will be with you in four minutes.';

/** Milliseconds on a clock that is the same in every process of the machine. */
export const sharedClock = (): number => Number(process.hrtime.bigint()) / 1e6;
