export type Operation = {
  query: string;
  variables?: Record<string, unknown>;
  /** Sent as `authorization: Bearer …`. */
  token?: string;
  /** Others that the request is to have. */
  headers?: Readonly<Record<string, string>>;
  /** Gives up on the answer. */
  signal?: AbortSignal;
};

export type GraphQLErrorBody = {
  message: string;
  path?: (string | number)[];
  extensions?: Record<string, unknown> & { code?: string };
};

export type Answer<Data> = { status: number; data: Data | null | undefined; errors: GraphQLErrorBody[] | undefined };

/** Sends one operation over HTTP. The type parameter is what the test expects `data` to look like. */
export async function post<Data = unknown>(
  url: string,
  { query, variables = {}, token, headers = {}, signal }: Operation,
): Promise<Answer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...headers,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  });
  const text = await response.text();
  // A test states what it expects and then asserts on it; what is no GraphQL answer at all is shown as an error.
  const body = parse(text) as { data?: Data | null; errors?: GraphQLErrorBody[] };
  return { status: response.status, data: body.data, errors: body.errors };
}

function parse(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null) return body;
  } catch {
    // Shown below, as it came.
  }
  return { errors: [{ message: text }] };
}
