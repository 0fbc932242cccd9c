import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { type Counts, countTests, formatCounts } from './test-counts.ts';

/** Vitest reporter whose one line, `N passed, N failed`, is the last thing a run prints. */
export default class ClosingLine implements Reporter {
  private counts: Counts = { passed: 0, failed: 0, skipped: 0 };

  onInit(): void {
    process.once('exit', (code) => {
      // A run can also fail outside of every test: no test found, a broken configuration, a teardown that threw.
      const failed = code === 0 ? this.counts.failed : Math.max(this.counts.failed, 1);
      process.stdout.write(`${formatCounts({ ...this.counts, failed })}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    this.counts = countTests(modules, unhandled.length);
  }
}
