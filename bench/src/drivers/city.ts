/** How drivers and customers lie in the city. */
export type Spread = 'evenly' | 'around hot spots';

export type Spot = { readonly latitude: number; readonly longitude: number };

/** Seoul, with a margin: 30 km from south to north, 36 km from west to east. */
const south = 37.43;
const north = 37.7;
const west = 126.77;
const east = 127.18;

export const hotSpotCount = 20;
/** Two thirds of a hot spot's people are within this; degrees, about 450 m north and 350 m east. */
const hotSpotSpread = 0.004;

const between = (from: number, to: number) => from + Math.random() * (to - from);
const anywhere = (): Spot => ({ latitude: between(south, north), longitude: between(west, east) });

/** Gives one spot after another. Around hot spots means half of them; the rest is spread evenly. */
export function spotsOf(spread: Spread, hotSpots: readonly Spot[]): () => Spot {
  switch (spread) {
    case 'evenly':
      return anywhere;
    case 'around hot spots':
      return () => (Math.random() < 0.5 ? anywhere() : near(hotSpots[Math.floor(Math.random() * hotSpots.length)]));
  }
}

export const chooseHotSpots = (): readonly Spot[] => Array.from({ length: hotSpotCount }, anywhere);

function near(middle: Spot = anywhere()): Spot {
  // A direction, and a distance that makes the two coordinates normally distributed.
  const direction = between(0, 2 * Math.PI);
  const distance = hotSpotSpread * Math.sqrt(-2 * Math.log(1 - Math.random()));
  return {
    latitude: middle.latitude + distance * Math.sin(direction),
    longitude: middle.longitude + distance * Math.cos(direction),
  };
}
