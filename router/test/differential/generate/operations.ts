import fc from 'fast-check';
import { type DocumentNode, type GraphQLSchema, OperationTypeNode, print } from 'graphql';
import { Dice } from './dice.ts';
import { writeDocument } from './document.ts';
import { namesOf, reachable } from './reachable.ts';
import { commonSamples, type Samples } from './samples.ts';
import { type CaseSketch, caseSketch } from './sketch.ts';
import { createValueWriter, hasMisfits } from './values.ts';
import { valuesFor } from './variables.ts';
import { isWithinLimits } from './within-limits.ts';

export type Ask = {
  readonly query: string;
  /** The operation that is asked for, in a document without any other. */
  readonly alone: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** One document, and what is asked of it one after the other. */
export type Case = {
  readonly document: DocumentNode;
  readonly asks: readonly Ask[];
  /** How fast-check shows a counterexample. */
  readonly [fc.toStringMethod]: () => string;
};

type Options = {
  readonly schema: GraphQLSchema;
  /** Values for arguments and variables, by the name of their scalar, so that ids lead to something. */
  readonly samples?: Samples;
  readonly kind?: OperationTypeNode.QUERY | OperationTypeNode.MUTATION;
  /** Names that no alias takes. */
  readonly reserved?: ReadonlySet<string>;
  /** Gives one variable of each ask a value that its type doesn't allow; asks without variables are left out. */
  readonly misfits?: boolean;
};

/** Operations that are valid against the schema and within the router's limits. */
export function operations({
  schema,
  samples = {},
  kind = OperationTypeNode.QUERY,
  reserved = new Set(),
  misfits = false,
}: Options): fc.Arbitrary<Case> {
  const values = createValueWriter({ ...commonSamples, ...samples });

  const write = (sketch: CaseSketch): Case => {
    const { document, names, variables } = writeDocument({ schema, values, reserved }, kind, sketch.operations);
    const query = print(document);
    const asks = sketch.asks.flatMap((numbers): Ask[] => {
      const dice = new Dice(numbers);
      const operationName = dice.choose(names);
      const used = reachable(document, operationName);
      const alone = print({ ...document, definitions: used });
      const declared = variables.named(namesOf('variables', used));
      const refusable = declared.filter(({ type }) => hasMisfits(type));
      if (misfits && refusable.length === 0) return [];
      const misfit = misfits ? dice.choose(refusable) : undefined;
      const given = {
        ...valuesFor(declared, values, dice),
        ...(misfit && { [misfit.name]: values.misfit(misfit.type, dice) }),
      };
      return [{ query, alone, variables: given, ...(operationName && { operationName }) }];
    });
    return { document, asks, [fc.toStringMethod]: () => shown(query, asks) };
  };

  return caseSketch.map(write).filter(({ document, asks }) => asks.length > 0 && isWithinLimits(schema, document));
}

const shown = (query: string, asks: readonly Ask[]): string =>
  `\n${query}\n${asks.map(({ operationName, variables }) => `# ${operationName ?? 'unnamed'} with ${JSON.stringify(variables)}\n`).join('')}`;
