import { z } from 'zod';

/**
 * A fact: something that happened in one subgraph and that others may build on. `version` counts the changes of the
 * aggregate it speaks of, so that a reader can tell a late fact from a new one. Readers ignore fields that they don't know.
 */
export const fact = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), version: z.int().positive(), ...shape });

export const id = z.uuid();
/** Whole won. */
export const won = z.int().nonnegative();
