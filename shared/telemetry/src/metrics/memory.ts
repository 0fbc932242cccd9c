import { totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import type { Collector } from './collectors.ts';

/** What a process may take before it is ended: by V8 for its heap, by the kernel for all of it. */
export const memoryLimits: Collector = {
  name: 'memory',
  labels: {},
  gauges: {
    nodejs_heap_size_limit_bytes: 'Size of the heap beyond which Node.js ends the process.',
    process_memory_limit_bytes: 'Memory that the process may have: the limit of its container, or all of the machine.',
  },
  read: () => [
    { gauge: 'nodejs_heap_size_limit_bytes', value: getHeapStatistics().heap_size_limit },
    { gauge: 'process_memory_limit_bytes', value: Math.min(process.constrainedMemory() || totalmem(), totalmem()) },
  ],
};
