import type { Subscription } from '@moa/testing';
import { onTestFinished } from 'vitest';

/** A subscription that is closed with the test. */
export function closing<Data>(subscription: Subscription<Data>): Subscription<Data> {
  onTestFinished(() => subscription.close());
  return subscription;
}
