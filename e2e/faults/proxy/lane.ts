import { EventEmitter, once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Direction, ProxyMode } from './mode.ts';

/** What the lanes of a proxy look at: its mode now, and the event `changed`. */
export class Weather extends EventEmitter<{ changed: [] }> {
  mode: ProxyMode = { kind: 'pass' };

  constructor() {
    super();
    this.setMaxListeners(0); // every lane that waits has one
  }
}

export type Lane = {
  readonly from: Socket;
  readonly to: Socket;
  readonly direction: Direction;
  /** Called for each piece that got lost on the way. */
  readonly lost: () => void;
};

/** Carries what `from` says to `to` as the weather has it, until `from` ends. @throws when one of the two breaks off */
export async function carry({ from, to, direction, lost }: Lane, weather: Weather): Promise<void> {
  for await (const piece of from) {
    const chunk: Buffer = piece; // a socket without an encoding gives nothing else
    const fate = await passage(chunk.length, direction, weather);
    if (fate === 'lost') lost();
    else if (!to.write(chunk)) await once(to, 'drain');
  }
  // The goodbye goes the way of all that was said.
  const fate = await passage(0, direction, weather);
  if (fate === 'lost') lost();
  else await new Promise<void>((resolve) => to.end(resolve));
}

/** Waits for as long as the weather holds a piece of that size up. */
async function passage(size: number, direction: Direction, weather: Weather): Promise<'carried' | 'lost'> {
  for (;;) {
    const { mode } = weather;
    switch (mode.kind) {
      case 'pass':
        return 'carried';
      case 'slow':
        await delay(mode.delayMs + (size / mode.bytesPerSecond) * 1_000);
        return 'carried';
      case 'silent':
        await once(weather, 'changed');
        break;
      case 'half-open':
        return mode.lost === direction ? 'lost' : 'carried';
      case 'refuse':
      case 'reset':
        return 'lost'; // the connection is being cut
    }
  }
}
