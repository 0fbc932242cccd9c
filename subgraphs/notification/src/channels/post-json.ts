import { UnrecoverableError } from '@moa/jobs';

/** Milliseconds for one request, to its answer's head: the rest of it is of no interest. */
const deadlineMs = 5_000;

/**
 * Posts JSON text. What is accepted once is done; whatever may be otherwise the next time is an error that is worth a retry.
 * @throws UnrecoverableError when the other side refuses it for good
 */
export async function postJson(
  url: string,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
): Promise<void> {
  const { host } = new URL(url); // a path or a query may hold a secret; errors are logged
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    // The address is the operator's choice; what is confidential follows nobody elsewhere.
    redirect: 'manual',
    signal: AbortSignal.timeout(deadlineMs),
  });
  await response.body?.cancel();
  if (response.ok) return;
  const fault = `${host} answered ${response.status}.`;
  throw isWorthRetrying(response.status) ? new Error(fault) : new UnrecoverableError(fault);
}

/** Time-outs, overload and the other side's own faults pass; a wrong secret or address is put right by a person. */
const isWorthRetrying = (status: number): boolean => status >= 500 || [401, 403, 404, 408, 429].includes(status);
