import type { IncomingMessage } from 'node:http';
import type { BegunRequest } from './graphql-request.ts';

/** What the lane's door has made of a request that it hands on. */
export type HandedOn = {
  readonly body: Promise<string>;
  readonly begun?: Promise<BegunRequest>;
};

/** For those who go on with such requests: a body can be read once only, and nothing is to be done twice. */
export const handedOn = new WeakMap<IncomingMessage, HandedOn>();
