import { subgraphs } from '@moa/contracts';
import { openPlace, type Place } from './place.ts';
import { type ProbedProcess, startProbed } from './probed-process.ts';

/** How Moa is started: as `npm start` does it, or as docker-compose.yml does. */
export type Form = {
  readonly name: 'one process' | 'many processes';
  readonly bus: 'PostgreSQL' | 'Redis';
  /** What the image has in its environment, too. */
  readonly variables: Readonly<Record<string, string>>;
  /** What each process runs: subgraphs, and the router. */
  readonly processes: readonly (readonly string[])[];
};

export const forms: readonly Form[] = [
  { name: 'one process', bus: 'PostgreSQL', variables: {}, processes: [[...subgraphs, 'router']] },
  {
    name: 'many processes',
    bus: 'Redis',
    variables: { NODE_ENV: 'production' },
    processes: [...subgraphs, 'router'].map((part) => [part]),
  },
];

/** All of Moa, running, at a place of its own. */
export type Moa = {
  readonly place: Place;
  readonly processes: readonly ProbedProcess[];
  readonly close: () => Promise<void>;
};

export type MoaOptions = { readonly checkout: string; readonly cores?: readonly number[] | undefined };

/** Resolves when all processes are ready. */
export async function openMoa(
  { bus, variables: ofForm, processes }: Form,
  { checkout, cores }: MoaOptions,
): Promise<Moa> {
  await using opened = new AsyncDisposableStack();
  const place = await openPlace(bus);
  opened.defer(place.close);
  const running: ProbedProcess[] = [];
  opened.defer(async () => {
    await Promise.all(running.map(({ stop }) => stop()));
  });
  const starts = processes.map(async (parts) => {
    const own = {
      SUBGRAPHS: parts.filter((part) => part !== 'router').join() || ',', // nothing would be all of them
      ROUTER: parts.includes('router') ? '1' : '0',
    };
    const variables = { ...ofForm, ...place.variables, ...own };
    running.push(await startProbed({ name: parts.join(), checkout, variables, cores }));
  });
  // Waits for all, so that none starts behind the back of a failure.
  const failure = (await Promise.allSettled(starts)).find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;

  const stack = opened.move();
  return { place, processes: running, close: () => stack.disposeAsync() };
}
