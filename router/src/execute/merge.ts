import { isRecord } from '../is-record.ts';
import type { Entity } from './run.ts';

/**
 * Puts what another subgraph says of an object into it: objects are merged field by field, lists of equal length element by
 * element, and otherwise the later answer counts. Objects of `source` may become part of `target`.
 */
export function merge(target: Entity, source: Entity): void {
  for (const key in source) {
    const incoming = source[key];
    if (incoming === undefined) continue;
    if (key === '__proto__') {
      mergeOwn(target, key, incoming);
      continue;
    }
    const existing = target[key];
    // Fields may be called `constructor` or `toString`: what an object has of these by birth is a function, which JSON has not.
    if (!existing || typeof existing === 'function') target[key] = incoming;
    else if (existing !== incoming) target[key] = merged(existing, incoming);
  }
}

/** The one name that can be neither read nor assigned without reaching the prototype. */
function mergeOwn(target: Entity, key: string, incoming: unknown): void {
  const existing = Object.getOwnPropertyDescriptor(target, key)?.value as unknown;
  Object.defineProperty(target, key, {
    value: existing ? merged(existing, incoming) : incoming,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

function merged(existing: unknown, incoming: unknown): unknown {
  if (isRecord(incoming)) {
    merge(existing as Entity, incoming); // by the schema both are objects
    return existing;
  }
  if (!Array.isArray(incoming) || !Array.isArray(existing) || incoming.length !== existing.length) return incoming;
  for (const [index, element] of incoming.entries()) {
    const before: unknown = existing[index];
    if (!isRecord(before) || !isRecord(element)) existing[index] = element;
    else if (before !== element) merge(before, element);
  }
  return existing;
}
