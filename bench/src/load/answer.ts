/** Turned away before anything was begun: not now, but then. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly retryAfterMs: number;
  constructor(retryAfterSeconds: number) {
    super('There is too much to do.');
    this.retryAfterMs = retryAfterSeconds * 1_000;
  }
}

/** Given up in words of Moa's own: a part of it can't do it just now. The message is short and the same for the same fault, to be counted. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** No answer, or none that is any good. The message is as above. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

export type Failure = Refused | Unavailable | Broken;

/** What Moa says when it knows that it can't. */
const unavailable: ReadonlySet<string> = new Set([
  'SERVICE_UNAVAILABLE',
  'SUBGRAPH_UNAVAILABLE',
  'AUTHENTICATION_UNAVAILABLE',
]);

type GraphError = {
  readonly message: string;
  readonly path?: readonly unknown[];
  readonly extensions?: { readonly code?: string; readonly retryAfterSeconds?: number };
};

/** The data of an HTTP answer, whole. @throws Failure */
export function readAnswer<Data>({ status, retryAfter, text }: HttpAnswer): Data {
  if (retryAfter !== undefined && (status === 503 || status === 429)) throw new Refused(Number(retryAfter));
  const { data, errors } = parse(text, status);
  if (errors?.length) throw failedBy(errors);
  if (status !== 200 || !data) throw new Broken(`HTTP ${status}`);
  return data as Data; // the caller wrote the document, and so knows the shape of its data
}

export type HttpAnswer = {
  readonly status: number;
  readonly retryAfter: string | string[] | undefined;
  readonly text: string;
};

function parse(text: string, status: number): { readonly data?: unknown; readonly errors?: readonly GraphError[] } {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Broken(`HTTP ${status}, and no JSON`, { cause });
  }
}

/** Close codes of WebSockets that ask to come again. */
const comeAgain: ReadonlySet<number> = new Set([1012, 1013, 4429]);

/** What errors of a graph, a closed socket or anything that was thrown mean to who waited. */
export function failedBy(cause: unknown): Failure {
  if (Array.isArray(cause)) return failedByGraph(cause as readonly GraphError[]); // GraphQL answers with nothing else
  if (cause instanceof Refused || cause instanceof Unavailable || cause instanceof Broken) return cause;
  const code = codeOf(cause);
  if (typeof code === 'number') return comeAgain.has(code) ? new Refused(1) : new Broken(`the socket closed: ${code}`);
  if (code !== undefined) return new Broken(code, { cause });
  return new Broken(cause instanceof Error ? cause.message : 'no answer', { cause });
}

function failedByGraph(errors: readonly GraphError[]): Failure {
  const again = errors.find(({ extensions }) => extensions?.retryAfterSeconds !== undefined);
  if (again) return new Refused(again.extensions?.retryAfterSeconds ?? 1);
  const worst = errors.find((error) => !isUnavailable(error)) ?? errors[0];
  const words = [worst?.path?.[0], worst?.extensions?.code ?? worst?.message].filter(Boolean).join(': ');
  return worst && isUnavailable(worst) ? new Unavailable(words) : new Broken(words);
}

const isUnavailable = ({ extensions }: GraphError): boolean => unavailable.has(extensions?.code ?? '');

/** A closed socket's number, or the name that Node and undici give a fault. */
function codeOf(cause: unknown): string | number | undefined {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' || typeof cause.code === 'number' ? cause.code : undefined;
}
