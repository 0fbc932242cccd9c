import { cpus } from 'node:os';

/** What became of an alert. */
export type Rung = {
  readonly alert: string;
  readonly cause: string;
  readonly afterSeconds: number | undefined;
  readonly quietAfterSeconds: number | undefined;
};

export type Run = {
  readonly rung: readonly Rung[];
  /** Alerts that there are besides. */
  readonly notTried: readonly string[];
  /** Of Prometheus. */
  readonly version: string;
};

const seconds = (value: number | undefined): string => (value === undefined ? '**no**' : `${value} s`);

export const render = ({ rung, notTried, version }: Run): string => `# Alerts, each caused once

\`npm run alerts\`, ${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${version}.

A real Prometheus reads a real Moa (six processes, PostgreSQL, Redis) with the rules of [alerts](../prometheus/alerts); thresholds as
they stand, patience shortened: \`for\` is 2 s, and windows are seconds. Each was quiet before.

| what went wrong | alert | rang after | quiet again |
|---|---|---|---|
${rung.map(({ alert, cause, afterSeconds, quietAfterSeconds }) => `| ${cause} | ${alert} | ${seconds(afterSeconds)} | ${seconds(quietAfterSeconds)} |`).join('\n')}

${notTried.length === 0 ? 'All alerts that there are rang.' : `Not tried here, only in unit tests: ${notTried.join(', ')}.`}
`;
