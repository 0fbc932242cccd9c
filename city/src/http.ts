/** What came back: `data` as far as there is any, and what went wrong. */
export type Answer<Data> = { readonly data: Data | null; readonly faults: readonly Fault[] };

/** `UNREACHABLE` when no answer of a graph came at all. */
export type Fault = { readonly code: string; readonly message: string; readonly retryAfterSeconds: number | null };

const patienceMs = 20_000;

/** Sends one operation over HTTP; never throws. The type parameter is what the document selects. */
export async function post<Data>(
  url: string,
  document: string,
  variables: Readonly<Record<string, unknown>>,
  token?: string,
): Promise<Answer<Data>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: document, variables }),
      signal: AbortSignal.timeout(patienceMs),
    });
    // The schema keeps what it promises of `data`; whatever else came has no `data`, and counts as no answer.
    const body = (await response.json()) as { data?: Data | null; errors?: readonly GraphError[] };
    if (body.data === undefined && !body.errors) throw new Error(`The answer ${response.status} is none of a graph.`);
    return { data: body.data ?? null, faults: (body.errors ?? []).map(faultOf) };
  } catch (error) {
    return { data: null, faults: [{ code: 'UNREACHABLE', message: reasonOf(error), retryAfterSeconds: null }] };
  }
}

/** An error as GraphQL's specification gives it. */
export type GraphError = { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> };

export function faultOf({ message, extensions = {} }: GraphError): Fault {
  const { code, retryAfterSeconds } = extensions;
  return {
    code: typeof code === 'string' ? code : 'UNKNOWN',
    message,
    retryAfterSeconds: typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null,
  };
}

/** `fetch` says "fetch failed" and keeps the reason to itself. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
