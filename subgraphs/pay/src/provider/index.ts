import type { PaymentProvider } from './provider.ts';
import { openSandboxProvider, type SandboxConfig } from './sandbox.ts';
import { openTossProvider, type TossConfig } from './toss.ts';

export {
  type ChargeOutcome,
  type ChargeRequest,
  type PaymentProvider,
  ProviderRejection,
  type RefundOutcome,
  type RefundRequest,
} from './provider.ts';

/** Which provider to pay at. */
export type ProviderConfig = SandboxConfig | TossConfig;

/** Opens the configured provider; `close` drops its connections, and calls in hand end as `unknown`. */
export function createProvider(config: ProviderConfig): PaymentProvider & { close(): Promise<void> } {
  switch (config.kind) {
    case 'sandbox':
      return openSandboxProvider(config);
    case 'toss':
      return openTossProvider(config);
  }
}
