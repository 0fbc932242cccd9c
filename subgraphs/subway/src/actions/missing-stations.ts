import type { EntityManager } from '@mikro-orm/postgresql';
import { holdStations } from '../persistence/stations.ts';

/**
 * Those of the fields of an input whose ids no station has. The stations of the others stay, though trains may cease to call
 * there, to the end of the transaction.
 */
export async function missingStations<Field extends string>(
  em: EntityManager,
  input: Readonly<Record<NoInfer<Field>, string>>,
  fields: readonly Field[],
): Promise<readonly Field[]> {
  const known = await holdStations(
    em,
    fields.map((field) => input[field]),
  );
  return fields.filter((field) => !known.has(input[field]));
}
