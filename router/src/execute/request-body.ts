import type { FetchNode } from '@apollo/query-planner';
import type { Variables } from '../plan/operation.ts';

/** JSON of a request to a subgraph; `representations` is the JSON of its entities where it asks for such. */
export type WriteBody = (variables: Variables, representations?: string) => string;

/** Of a node's request only the variables are new each time. */
export function createBody({ operation, operationName, variableUsages = [] }: FetchNode): WriteBody {
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  const start = `{"query":${JSON.stringify(operation)}${name},"variables":{`;
  const names = variableUsages.map((variable) => ({ variable, key: `${JSON.stringify(variable)}:` }));
  const constant = `${start}}}`;

  return (variables, representations) => {
    if (names.length === 0 && representations === undefined) return constant;
    let text = start;
    let separator = '';
    for (const { variable, key } of names) {
      const value = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
      if (value === undefined) continue;
      if (representations !== undefined && variable === 'representations')
        throw new Error(
          'A variable can not be called "representations": subgraphs are asked for entities by this name.',
        );
      text += `${separator}${key}${JSON.stringify(value)}`;
      separator = ',';
    }
    if (representations !== undefined) text += `${separator}"representations":[${representations}]`;
    return `${text}}}`;
  };
}
