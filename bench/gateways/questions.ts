import { isDeepStrictEqual } from 'node:util';
import type { Graph } from './graphs/graph.ts';
import type { Gateway } from './targets/start.ts';

/** What a gateway is asked, and what it must answer each time. */
export type Question = {
  readonly gateway: Gateway;
  readonly query: string;
  /** The request's JSON. */
  readonly body: string;
  readonly expected: string;
  /** Requests to subgraphs that it makes for one answer. */
  readonly fetches: number;
};

/**
 * Asks every gateway every query once, one after the other.
 *
 * @throws Error unless all of them answer as the first does
 */
export async function ask(
  graph: Graph,
  gateways: readonly Gateway[],
  names: readonly string[],
): Promise<readonly Question[]> {
  const questions: Question[] = [];
  for (const query of names) {
    const body = JSON.stringify({ query: graph.queries.get(query) });
    const answers: Answer[] = [];
    for (const gateway of gateways) {
      const before = await graph.answered();
      const text = await answerOf(gateway, graph, body);
      const fetches = (await graph.answered()) - before;
      answers.push({ from: gateway.target.name, text });
      questions.push({ gateway, query, body, expected: text, fetches });
    }
    demandSame(query, answers);
  }
  return questions;
}

export type Answer = { readonly from: string; readonly text: string };

async function answerOf({ url }: Gateway, graph: Graph, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...graph.headers };
  const response = await fetch(url, { method: 'POST', headers, body });
  return await response.text();
}

/** @throws Error unless all of them say what the first says, key by key, without an error */
export function demandSame(query: string, [first, ...others]: readonly Answer[]): void {
  if (!first) return;
  const expected = JSON.parse(first.text);
  if (!expected.data || expected.errors) throw new Error(`${first.from} does not answer "${query}": ${excerpt(first)}`);
  const other = others.find(({ text }) => !isDeepStrictEqual(JSON.parse(text), expected));
  if (!other) return;
  const both = `${excerpt(other)}\ninstead of\n${excerpt(first)}`;
  throw new Error(`${other.from} answers "${query}" otherwise than ${first.from}, so nothing is measured:\n${both}`);
}

const excerpt = ({ text }: Answer): string => (text.length > 500 ? `${text.slice(0, 500)} …` : text);
