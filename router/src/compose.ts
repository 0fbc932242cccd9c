import { composeServices } from '@apollo/composition';
import { type GraphQLError, parse } from 'graphql';

export type SubgraphSchema = { readonly name: string; readonly url: string; readonly sdl: string };

/** The schemas don't fit together. Its message names every fault and is meant for people. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
    super(`The subgraphs' schemas don't compose into one graph; there is ${count}:\n${faults.map(indent).join('\n')}`);
    this.faults = faults;
  }
}

/**
 * Subgraph schemas → supergraph schema, the input of `openRouter`.
 * @throws CompositionError naming all faults at once
 */
export function compose(subgraphs: readonly SubgraphSchema[]): string {
  if (subgraphs.length === 0) throw new CompositionError(['There are no subgraphs; give at least one.']);
  const parsed = subgraphs.map(read);
  const unreadable = parsed.flatMap((result) => (result.ok ? [] : [result.fault]));
  if (unreadable.length > 0) throw new CompositionError(unreadable);

  const result = composeServices(parsed.flatMap((entry) => (entry.ok ? [entry.service] : [])));
  if (result.errors) throw new CompositionError(result.errors.map(describe));
  return result.supergraphSdl;
}

function read({ name, url, sdl }: SubgraphSchema) {
  try {
    return { ok: true, service: { name, url, typeDefs: parse(sdl) } } as const;
  } catch (cause) {
    return { ok: false, fault: `[${name}] is not GraphQL: ${cause instanceof Error ? cause.message : cause}` } as const;
  }
}

const describe = (error: GraphQLError): string => {
  const code = error.extensions.code;
  return typeof code === 'string' ? `${error.message} (${code})` : error.message;
};

const indent = (fault: string): string => `- ${fault.replaceAll('\n', '\n  ')}`;
