import type { z } from 'zod';

/** The environment does not say what is needed. Its message names every fault at once and is meant for people. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n  ${faults.join('\n  ')}\nSee .env.example for what each variable means.`,
    );
    this.faults = faults;
  }
}

/**
 * Environment → frozen typed value. An empty variable counts as unset, as in `PORT= npm start`.
 * @throws ConfigError naming all faults at once
 */
export function readConfig<Schema extends z.ZodType>(
  schema: Schema,
  env: NodeJS.ProcessEnv,
): Readonly<z.output<Schema>> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(set);
  if (!result.success) throw new ConfigError(result.error.issues.map((issue) => describe(issue, set)));
  return Object.freeze(result.data);
}

function describe({ path, message }: z.core.$ZodIssue, set: Readonly<Record<string, unknown>>): string {
  const [name] = path;
  if (name === undefined) return message;
  const isMissing = path.length === 1 && !Object.hasOwn(set, name);
  return `${path.join('.')}: ${isMissing ? 'must be set' : message}`;
}
