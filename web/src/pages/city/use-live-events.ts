import { useEffect, useRef, useState } from 'react';
import { useOperations } from '../../operations/record.ts';
import { beginOfStep, type EventCounts, lastSteps, newEvents, step } from './live-events.ts';

/** How many live events came to the page while this one is open. The window moves on though nothing comes. */
export function useLiveEvents() {
  const operations = useOperations();
  const seen = useRef<Map<number, number>>(null);
  const [counts, setCounts] = useState<EventCounts>(new Map());
  const [now, setNow] = useState(() => beginOfStep(Date.now()));
  useEffect(() => {
    const isFirst = seen.current === null;
    seen.current ??= new Map();
    const added = newEvents(operations, seen.current);
    if (added === 0 || isFirst) return; // what came before nobody knows when
    const begin = beginOfStep(Date.now());
    setNow(begin);
    setCounts((known) => new Map(known).set(begin, (known.get(begin) ?? 0) + added));
  }, [operations]);
  useEffect(() => {
    const moving = setInterval(() => setNow(beginOfStep(Date.now())), (step / 2) * 1000);
    return () => clearInterval(moving);
  }, []);
  return lastSteps(counts, now);
}
