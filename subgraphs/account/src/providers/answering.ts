import type { Logger } from '@moa/telemetry';
import type { ProviderName } from '../domain/provider-profile.ts';
import type { ProviderAnswer } from './provider.ts';
import { faultIn, ProviderFault } from './provider-fault.ts';

/** How a provider may be talked to. */
export type ProviderTerms = {
  readonly logger: Logger;
  /** For all calls of one step together. The router waits 3 s for a subgraph: the answer must come before. */
  readonly deadlineMs: number;
  readonly httpOnLoopback: boolean;
};

/** Runs one step of a sign-in against the deadline, and turns what goes wrong at the provider into an answer. */
export async function answering<Value>(
  provider: ProviderName,
  { logger, deadlineMs }: ProviderTerms,
  step: (deadline: AbortSignal) => Promise<Value>,
): Promise<ProviderAnswer<Value>> {
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    return { kind: 'answered', value: await Promise.race([step(deadline), tooSlow(deadline)]) };
  } catch (error) {
    const fault = faultIn(error);
    if (!fault) throw error;
    logger.warn(
      { provider, reason: fault.reason },
      `a sign-in provider ${fault.kind === 'refused' ? 'refused' : 'is unavailable'}`,
    );
    return { kind: fault.kind };
  }
}

/** A step also waits for what others have begun, such as discovery. */
const tooSlow = (deadline: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    deadline.addEventListener('abort', () => reject(new ProviderFault('unavailable', 'TOO_SLOW')), { once: true });
  });
