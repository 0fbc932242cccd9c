import { withAdvisoryLock } from './advisory-lock.ts';
import { provision } from './provision.ts';

/** One owner of tables, given by the caller: this package knows none. Both steps must be safe to repeat. */
export type Part = {
  name: string;
  url: string;
  migrate(url: string): Promise<void>;
  /** Puts demo data in; unset where there is none. */
  seed?(url: string): Promise<void>;
};

/**
 * Brings every database to the present state: accounts, then migrations, then demo data. Parts go side by side;
 * processes that prepare the same server go one after the other.
 *
 * @param urls all databases to provision, those without a part (such as the bus) too
 */
export async function prepare(options: {
  adminUrl: string;
  urls: readonly string[];
  parts: readonly Part[];
  log: (message: string) => void;
}): Promise<void> {
  const { adminUrl, urls, parts, log } = options;
  await withAdvisoryLock(adminUrl, 'moa prepare', async () => {
    await provision(adminUrl, urls);
    await forEachPart(parts, 'migrations', ({ url, migrate }) => migrate(url));
    log(`migrated ${namesOf(parts)}`);
    const seeded = parts.filter(({ seed }) => seed !== undefined);
    await forEachPart(seeded, 'demo data', async ({ url, seed }) => seed?.(url));
    if (seeded.length > 0) log(`demo data in ${namesOf(seeded)}`);
  });
}

/** Lets every part finish before it reports, so that no migration is cut off by a neighbour's fault. */
async function forEachPart(parts: readonly Part[], step: string, work: (part: Part) => Promise<void>): Promise<void> {
  const results = await Promise.allSettled(parts.map(work));
  const faults = results.flatMap((result, index) =>
    result.status === 'rejected'
      ? [new Error(`The ${step} of ${parts[index]?.name} failed: ${result.reason}`, { cause: result.reason })]
      : [],
  );
  if (faults.length > 0) throw new AggregateError(faults, faults.map(({ message }) => message).join('\n'));
}

function namesOf(parts: readonly Part[]): string {
  return parts.map(({ name }) => name).join(', ');
}
