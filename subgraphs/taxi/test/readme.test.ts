import { readFileSync } from 'node:fs';
import { toMermaid } from '@moa/saga';
import { expect, test } from 'vitest';
import { dispatch } from '../src/domain/dispatch.ts';
import { nextOf, type Ride, rideOf } from './rides.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the states of a booking are those of the picture in the README', () => {
  const arrows = new Set(['[*] --> REQUESTED']);
  const seen = new Set<string>();
  const visit = (ride: Ride): void => {
    const { id: _id, version: _version, ...state } = ride.booking;
    // Moments differ from visit to visit, and matter to no rule.
    const shape = JSON.stringify(state).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');
    if (seen.has(shape)) return;
    seen.add(shape);
    const next = nextOf(ride);
    if (next.length === 0) arrows.add(`${ride.booking.status} --> [*]`);
    for (const { change, after } of next) {
      arrows.add(`${ride.booking.status} --> ${after.booking.status}: ${change.type}`);
      visit(after);
    }
  };
  visit(rideOf([]));
  const [first = ''] = readme.match(/^```mermaid$[^`]+/m) ?? [];
  const drawn = first.match(/^ {2}\S+ --> .+$/gm)?.map((line) => line.trim());
  expect(drawn?.toSorted()).toEqual([...arrows].toSorted());
});

test('the dispatch saga is that of the picture in the README', () => {
  expect(readme).toContain(`\`\`\`mermaid\n${toMermaid(dispatch, 'REQUESTED')}\n\`\`\``);
});
