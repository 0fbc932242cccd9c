/** What the city has done so far. Counts by name hold what occurred, nothing else. */
export type Tally = {
  /** Drivers by what they do just now. */
  readonly cars: Readonly<Record<CarState, number>>;
  /** By the status that their customer last saw. */
  readonly bookings: Readonly<Record<string, number>>;
  readonly orders: Readonly<Record<string, number>>;
  readonly replies: Readonly<Record<string, number>>;
  /** What couriers did. */
  readonly deliveries: { readonly accepted: number; readonly completed: number };
  /** Positions that customers saw of their cars. */
  readonly positionsSeen: number;
  /** Won that the drivers' completed rides came to. */
  readonly fares: number;
  /** Won that the completed orders came to. */
  readonly meals: number;
  /** What the graph said no to, as it may: by code. */
  readonly refusals: Readonly<Record<string, number>>;
  /** What went wrong: by code. */
  readonly errors: Readonly<Record<string, number>>;
};

export type CarState = 'offline' | 'free' | 'onTheWay' | 'riding';

/** Something that happened, to be counted. Numbers of won come with what is over; counted twice is counted once. */
export type Event =
  | { readonly kind: 'car'; readonly driver: string; readonly state: CarState }
  | { readonly kind: 'reply'; readonly reply: string }
  | { readonly kind: 'booking'; readonly id: string; readonly status: string; readonly fare: number | null }
  | { readonly kind: 'order'; readonly id: string; readonly status: string; readonly total: number }
  | { readonly kind: 'delivery'; readonly step: 'accepted' | 'completed' }
  | { readonly kind: 'position' }
  | { readonly kind: 'refusal'; readonly code: string }
  | { readonly kind: 'error'; readonly code: string };

export type Book = { readonly count: (event: Event) => void; readonly tally: () => Tally };

export function openBook(): Book {
  const cars = new Map<string, CarState>();
  const bookings = new Map<string, { status: string; won: number }>();
  const orders = new Map<string, { status: string; won: number }>();
  const replies: Counts = {};
  const refusals: Counts = {};
  const errors: Counts = {};
  const deliveries = { accepted: 0, completed: 0 };
  let positionsSeen = 0;

  const count = (event: Event): void => {
    switch (event.kind) {
      case 'car':
        cars.set(event.driver, event.state);
        break;
      case 'reply':
        add(replies, event.reply);
        break;
      case 'booking':
        bookings.set(event.id, { status: event.status, won: event.fare ?? 0 });
        break;
      case 'order':
        orders.set(event.id, { status: event.status, won: event.total });
        break;
      case 'delivery':
        deliveries[event.step] += 1;
        break;
      case 'position':
        positionsSeen += 1;
        break;
      case 'refusal':
        add(refusals, event.code);
        break;
      case 'error':
        add(errors, event.code);
        break;
      default:
        event satisfies never;
    }
  };
  return {
    count,
    tally: () => ({
      cars: { offline: 0, free: 0, onTheWay: 0, riding: 0, ...countEach(cars.values()) },
      bookings: countEach(statusesOf(bookings)),
      orders: countEach(statusesOf(orders)),
      replies: { ...replies },
      deliveries: { ...deliveries },
      positionsSeen,
      fares: wonOf(bookings),
      meals: wonOf(orders),
      refusals: { ...refusals },
      errors: { ...errors },
    }),
  };
}

type Deals = ReadonlyMap<string, { readonly status: string; readonly won: number }>;

const statusesOf = (deals: Deals): readonly string[] => Array.from(deals.values(), ({ status }) => status);

const wonOf = (deals: Deals): number =>
  Array.from(deals.values()).reduce((sum, { status, won }) => (status === 'COMPLETED' ? sum + won : sum), 0);

type Counts = Record<string, number>;

function add(counts: Counts, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

function countEach(names: Iterable<string>): Counts {
  const counts: Counts = {};
  for (const name of names) add(counts, name);
  return counts;
}
