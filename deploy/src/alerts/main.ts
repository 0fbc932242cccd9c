import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parts } from './causes/parts.ts';
import { requests } from './causes/requests.ts';
import { resources } from './causes/resources.ts';
import { work } from './causes/work.ts';
import { render } from './report.ts';
import { run } from './run.ts';

const help = `npm run alerts [-- --only TEXT]

Causes what the alerts are about in a real Moa, and waits until a real Prometheus rings. Takes about ten minutes, and writes
deploy/reports/alerts.md. Needs prometheus and redis-server on PATH. Ends with 0 when every alert that was tried rang and fell silent.

  --only TEXT   only causes whose name, or one of whose alerts, holds it; prints the report and does not write it
`;

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, help: { type: 'boolean' } } });
if (values.help) process.stdout.write(help);
else process.exitCode = (await alerts(values.only)) ? 0 : 1;

/** Whether all rang that should have, and fell silent. */
async function alerts(only: string): Promise<boolean> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const causes = [...parts, ...requests, ...work, ...resources].filter(({ name, rings }) =>
    [name, ...rings].some((text) => text.includes(only)),
  );
  const result = await run(causes, (line) => process.stdout.write(`${line}\n`), stop.signal);
  const report = render(result);
  if (only === '' && !stop.signal.aborted) await write(report);
  process.stdout.write(`\n${report}`);
  return result.rung.every(
    ({ afterSeconds, quietAfterSeconds }) => afterSeconds !== undefined && quietAfterSeconds !== undefined,
  );
}

async function write(report: string): Promise<void> {
  const folder = new URL('../../reports/', import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('alerts.md', folder), report);
}
