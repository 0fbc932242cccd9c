import type { Operation } from '@apollo/federation-internals';
import { evaluateCondition, type PlanNode, type QueryPlan } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { compileEntityFetch } from './entity-fetch.ts';
import { compileFetch } from './fetch.ts';
import { compileJointFetch } from './joint-fetch.ts';
import type { PlanPath } from './places.ts';
import type { Step } from './run.ts';
import { together } from './together.ts';

/** What a plan's nodes are compiled with. */
export type Surroundings = {
  /** With every subgraph's types. */
  readonly schema: GraphQLSchema;
  readonly operation: Operation;
};

/** @throws Error for a plan that we can't carry out */
export function compilePlan({ node }: QueryPlan, around: Surroundings): Step {
  if (!node) return () => undefined;
  if (node.kind === 'Subscription') throw new Error('A subscription was planned as a request.');
  return compileNode(node, [], around);
}

function compileNode(node: PlanNode, path: PlanPath, around: Surroundings): Step {
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, path, around)));
    case 'Parallel':
      return compileParallel(node.nodes, path, around);
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], around);
    case 'Condition': {
      const { operation } = around;
      const met = node.ifClause && compileNode(node.ifClause, path, around);
      const unmet = node.elseClause && compileNode(node.elseClause, path, around);
      return (run) => (evaluateCondition(node, operation.variableDefinitions, run.variables) ? met : unmet)?.(run);
    }
    case 'Fetch': {
      const { requires } = node;
      if (node.contextRewrites?.length) throw new Error('Arguments from a context (@fromContext) are not supported.');
      if (requires) return compileEntityFetch({ node: { ...node, requires }, path }, around.schema);
      return compileFetch(node, path, around.schema);
    }
    case 'Defer':
      throw new Error('@defer is not supported.');
    default:
      throw new Error(`A plan has a node of a kind that is not known: ${JSON.stringify(node satisfies never)}`);
  }
}

function compileParallel(nodes: readonly PlanNode[], path: PlanPath, around: Surroundings): Step {
  const steps = together(nodes, path).map((node) => {
    if (node.kind !== 'Together') return compileNode(node, path, around);
    const joint = compileJointFetch(node.fetches, around.schema);
    return node.then.length === 0 ? joint : inSequence([joint, compileParallel(node.then, path, around)]);
  });
  const [only, ...others] = steps;
  return only && others.length === 0 ? only : inParallel(steps);
}

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return (run) => {
    const waiting: Promise<void>[] = [];
    for (const step of steps) {
      const done = step(run);
      if (done) waiting.push(done);
    }
    return waiting.length === 0 ? undefined : Promise.all(waiting).then(nothing);
  };
}

const nothing = (): void => {};
