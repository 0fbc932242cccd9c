import { QueueKeys } from 'bullmq';

/** BullMQ takes pure digits for its own ids and `:` for its separator. */
const allowed = /^[A-Za-z][\w-]*$/;

/** On Redis a job lives beside these keys of its queue, under its id: a job called `active` would take the list's place. */
const reserved = new Set(Object.keys(new QueueKeys().getKeys('any')));

/** Whether a job can have this id; no queue need be asked for one that can't. */
export const isJobId = (id: string): boolean => allowed.test(id) && !reserved.has(id);

/** Throws before anything is sent, so a bad id never leaves half of a batch behind. */
export function assertJobIds(ids: readonly string[]): void {
  for (const id of ids) {
    const shown = JSON.stringify(id);
    if (!allowed.test(id)) {
      throw new TypeError(`No job can have the id ${shown}: begin with a letter, go on with letters, digits, _ or -.`);
    }
    if (reserved.has(id))
      throw new TypeError(`No job can have the id ${shown}: the queue itself uses it. Add a prefix.`);
  }
}
