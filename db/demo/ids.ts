/**
 * A fixed UUIDv7-like id: demo data keeps its ids for ever, so that putting it in again changes nothing. Within a kind they
 * sort by number, and before every id that Moa itself makes.
 *
 * @param kind one hexadecimal digit, another one for each kind of thing
 * @param number up to twelve decimal digits
 */
export const demoId = (kind: string, number: number): string =>
  `0190000${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`;
