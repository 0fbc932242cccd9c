import { execute, type GraphQLSchema, parse } from 'graphql';
import { text } from './ticks.ts';

export type EventText = (event: { readonly number: number; readonly publishedAt: number }) => string;

/** Gateways may rename the channel, but there is nothing else. */
export type Variables = Readonly<Record<string, number>>;

/** Numbers that stand for those of an event, and in no text by accident. */
const standIns = { number: 1_987_654_321, publishedAt: 8_765_432_109.125 };

/**
 * Runs a subscription's selection once; every event's payload is then that text with the event's numbers in it. So the
 * subgraph costs little, whatever a gateway selects and names.
 */
export function prepareEventText(schema: GraphQLSchema, query: string, variableValues: Variables): EventText {
  const [channel] = Object.values(variableValues);
  const rootValue = { ticks: { channel, text, ...standIns } };
  const result = execute({ schema, document: parse(query), rootValue, variableValues });
  const parts = JSON.stringify(result).split(/(1987654321|8765432109\.125)/);
  const keyOf: Readonly<Record<string, keyof typeof standIns>> = {
    [standIns.number]: 'number',
    [standIns.publishedAt]: 'publishedAt',
  };
  return (event) =>
    parts
      .map((part) => {
        const key = keyOf[part];
        return key ? event[key] : part;
      })
      .join('');
}
