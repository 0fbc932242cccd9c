import { formNames } from '../form.ts';
import type { Fault } from './fault.ts';

/** A device of Linux's that has no room for anything. */
const full = '/dev/full';
const holdMs = 5_000;

/** The disk that the logs go to has no room. The provider is away meanwhile, so that there is something to log. */
export const fullDisk: Fault = {
  name: 'full-disk',
  forms: formNames,
  async inject(form) {
    const part = form.part(form.name === 'one-process' ? 'moa' : 'pay');
    const provider = form.proxies.get('provider');
    await part.kill('SIGTERM');
    await part.start({ logTo: full });
    await provider?.set({ kind: 'refuse' });
    return {
      says: `no room for the log of ${part.name}, which has much to tell`,
      holdMs,
      async heal() {
        await provider?.set({ kind: 'pass' });
        // One that ended by itself is the round's to report.
        if (!part.isRunning()) return;
        await part.kill('SIGTERM');
        await part.start();
      },
    };
  },
};
