import { type Environment, portOf } from './config.ts';

/** Asks every part of this process whether it can serve; for a container's health check. */
export async function isReady(env: Readonly<Environment>): Promise<boolean> {
  const parts = [...env.SUBGRAPHS, ...(env.ROUTER ? (['router'] as const) : [])];
  const answers = await Promise.all(parts.map((part) => answersReady(portOf(part, env))));
  return answers.every(Boolean);
}

const answersReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  );
