import type { Socket } from 'node:net';
import type { Pool } from 'pg';
import type { Behaviour } from '../behaviour.ts';

/** What the routes share. */
export type Sandbox = {
  pool: Pool;
  /** Lives in memory: a restarted sandbox behaves well. */
  behaviour: Behaviour;
  /** Connections that are left without an answer. */
  held: Set<Socket>;
};
