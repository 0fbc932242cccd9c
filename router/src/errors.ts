import { GraphQLError, type GraphQLFormattedError } from 'graphql';

type Entry = {
  /** HTTP status where the error is the whole answer. */
  readonly status: number;
  /** What a client reads when nothing more exact may be said. */
  readonly message: string;
  /** A subgraph may send this code, and its message then reaches the client. */
  readonly fromSubgraphs: boolean;
};

/** Every `extensions.code` a client can meet. A code is a promise: it is never renamed. */
export const errorCatalogue = {
  BAD_REQUEST: own(400, 'The request is not a GraphQL request.'),
  GRAPHQL_PARSE_FAILED: own(400, 'The document is not GraphQL.'),
  GRAPHQL_VALIDATION_FAILED: own(400, 'The document does not fit the schema.'),
  OPERATION_RESOLUTION_FAILURE: own(400, 'The document holds no such operation; name one that it defines.'),
  OPERATION_TOO_EXPENSIVE: own(400, 'The operation asks for too much; ask for less at a time.'),
  OPERATION_NOT_LISTED: own(403, 'This router runs listed operations only, and this is none of them.'),
  PERSISTED_QUERY_NOT_FOUND: own(200, 'PersistedQueryNotFound'),
  PERSISTED_QUERY_NOT_SUPPORTED: own(200, 'PersistedQueryNotSupported'),
  BAD_USER_INPUT: shared(400, 'A value does not fit.'),
  UNAUTHENTICATED: shared(401, 'The access token is not valid or has expired; sign in again.'),
  FORBIDDEN: shared(403, 'This is not allowed.'),
  NOT_FOUND: shared(404, 'There is no such thing.'),
  REQUEST_TIMEOUT: own(408, 'The request took too long to arrive.'),
  CONFLICT: shared(409, 'Something else has changed meanwhile; read again and retry.'),
  PAYLOAD_TOO_LARGE: own(413, 'The request is too large; send less at a time.'),
  UNSUPPORTED_MEDIA_TYPE: own(415, 'Send the request as application/json.'),
  TOO_MANY_REQUESTS: shared(429, 'Too many requests; wait a little.'),
  TOO_MANY_SUBSCRIPTIONS: own(429, 'This connection has as many subscriptions as it may; end one first.'),
  SUBSCRIBER_TOO_SLOW: own(429, 'Events came faster than they were read; subscribe again.'),
  HEADERS_TOO_LARGE: own(431, 'The headers or the address are too long.'),
  INTERNAL_SERVER_ERROR: own(500, 'Something went wrong on our side.'),
  SERVICE_UNAVAILABLE: shared(503, 'This is not possible at the moment; try again soon.'),
  OVERLOADED: own(503, 'There is too much to do at the moment; try again in a second.'),
  AUTHENTICATION_UNAVAILABLE: own(503, 'The access token can not be checked at the moment; try again soon.'),
  SUBGRAPH_UNAVAILABLE: own(503, 'This part of the graph is not available at the moment; try again soon.'),
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof errorCatalogue;

/** An error that a client may read, with its code. Whatever else is thrown reaches clients as INTERNAL_SERVER_ERROR. */
export class RouterError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(
    code: ErrorCode,
    message: string = errorCatalogue[code].message,
    { cause, retryAfterSeconds }: { cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(message, {
      extensions: { code, ...(retryAfterSeconds !== undefined && comeAgain(code, retryAfterSeconds)) },
    });
    this.code = code;
    this.cause = cause;
  }
}

/** In the body for every client; `http` is for Apollo Server, which makes the status and the header of it. */
const comeAgain = (code: ErrorCode, retryAfterSeconds: number) => ({
  retryAfterSeconds,
  http: { status: errorCatalogue[code].status, headers: new Map([['retry-after', String(retryAfterSeconds)]]) },
});

/** The catalogue's code of an error, or nothing for one that must not be shown. */
export function codeOf(error: {
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}): ErrorCode | undefined {
  const code = error.extensions?.code;
  return typeof code === 'string' && isCode(code) ? code : undefined;
}

/** What of an error leaves the house: message, place, code and when to come again; no stack, host or subgraph name. */
export function presentable(error: GraphQLFormattedError): GraphQLFormattedError {
  const code = codeOf(error) ?? 'INTERNAL_SERVER_ERROR';
  const message = code === 'INTERNAL_SERVER_ERROR' ? errorCatalogue[code].message : error.message;
  const { locations, path, extensions: { retryAfterSeconds } = {} } = error;
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code, ...(typeof retryAfterSeconds === 'number' && { retryAfterSeconds }) },
  };
}

export type Presenter = typeof presentable;

/** As `presentable`, without graphql-js's guesses at names, which tell the schema piece by piece. */
export const presentableWithoutHints: Presenter = ({ message, ...error }) =>
  presentable({ ...error, message: withoutHint(message) });

/** Messages repeat what clients sent: a regular expression would look for the end anew wherever they wrote the beginning. */
function withoutHint(message: string): string {
  const start = message.endsWith('?') ? message.lastIndexOf('Did you mean ') : -1;
  return start < 0 ? message : message.slice(0, start).trimEnd();
}

/** Anything thrown → what a client may read of it. */
export const presentableOf = (thrown: unknown): GraphQLFormattedError =>
  presentable(thrown instanceof GraphQLError ? thrown.toJSON() : { message: '' });

/** What a refusal before GraphQL looks like: the shape of a GraphQL answer, so that every client can read it. */
export const refusal = (error: RouterError, requestId: string) => ({
  errors: [presentable(error.toJSON())],
  extensions: { requestId },
});

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code);
}

function own(status: number, message: string): Entry {
  return { status, message, fromSubgraphs: false };
}

function shared(status: number, message: string): Entry {
  return { status, message, fromSubgraphs: true };
}
