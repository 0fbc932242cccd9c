/** `reason` is a code of ours or of the client library, for the log: never the provider's words. */
export class ProviderFault extends Error {
  override readonly name = 'ProviderFault';
  readonly kind: 'refused' | 'unavailable';
  readonly reason: string;

  constructor(kind: 'refused' | 'unavailable', reason: string) {
    super(`The sign-in provider ${kind === 'refused' ? 'refused' : 'could not be asked'}: ${reason}.`);
    this.kind = kind;
    this.reason = reason;
  }
}

/** RFC 6749, 5.2: what a token endpoint may say. Anything else it says stays out of the log. */
const tokenErrors = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]);
/** What openid-client threw, without what it quotes of codes and tokens. Undefined for faults of our own. */
export function faultIn(error: unknown): ProviderFault | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof ProviderFault) return at;
  if (!(error instanceof Error)) return undefined;
  const code = textOf(error, 'code');
  if (!code?.startsWith('OAUTH_'))
    return error.name === 'ClientError' ? new ProviderFault('refused', 'UNREADABLE') : undefined;
  const said = textOf(error, 'error');
  if (said !== undefined && tokenErrors.has(said)) return new ProviderFault('refused', said);
  // A page in place of an answer is an outage and no refusal.
  const isPage = code === 'OAUTH_RESPONSE_IS_NOT_JSON' && error.cause instanceof Response && error.cause.ok;
  return new ProviderFault(isPage ? 'unavailable' : 'refused', code);
}

function textOf(error: Error, key: 'code' | 'error'): string | undefined {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : undefined;
}
