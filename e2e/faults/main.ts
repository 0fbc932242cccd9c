import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FormName } from './form.ts';
import { help, type Options, readOptions, WrongOption } from './options.ts';
import { randomOf } from './random.ts';
import { keepRecord, readRecords, recordOf } from './record.ts';
import { renderReport } from './report.ts';
import { type RunResult, run } from './run.ts';
import { hasRedis } from './servers/redis.ts';

const quickFaults = 3;

// Servers and processes of the run end with this one.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') process.stdout.write(help);
  else process.exitCode = (await runAll(options)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof WrongOption)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

/** @returns whether nothing was wrong */
async function runAll(options: Options): Promise<boolean> {
  await mkdir(options.out, { recursive: true });
  const kept = path.join(options.out, 'runs.jsonl');
  const results: RunResult[] = [];
  for (const form of options.forms.filter(isPossible)) {
    const began = performance.now();
    const result = await runOn(form, options);
    results.push(result);
    const { seed, lockSeconds } = options;
    if (options.broken !== undefined) continue;
    await keepRecord(kept, recordOf(result, { seed, lockSeconds, tookMs: performance.now() - began }));
    await writeFile(path.join(options.out, 'faults.md'), renderReport(await readRecords(kept)));
  }
  const offences = results.flatMap(({ rounds }) => rounds.flatMap((round) => round.offences));
  process.stdout.write(
    offences.length === 0 ? '\nNothing was wrong.\n' : `\n${offences.length} times something was wrong.\n`,
  );
  return offences.length === 0 && results.length > 0;
}

function isPossible(form: FormName): boolean {
  if (form !== 'many-processes' || hasRedis()) return true;
  process.stdout.write(
    '\n!!! many-processes is SKIPPED: there is no redis-server on PATH ("apt-get install redis-server").\n',
  );
  return false;
}

function runOn(
  form: FormName,
  { seed, rounds, faults, together, lockSeconds, quick, broken, out }: Options,
): Promise<RunResult> {
  process.stdout.write(`\n${form}, --seed ${seed}\n`);
  const possible = faults.filter(({ forms }) => forms.includes(form));
  const chosen = quick ? randomOf(`${seed}/${form}/quick`).shuffled(possible).slice(0, quickFaults) : possible;
  return run({
    form,
    seed,
    rounds,
    faults: chosen,
    together,
    lockMs: lockSeconds * 1_000,
    broken,
    evidence: path.join(out, form),
    say: (line) => process.stdout.write(`${line}\n`),
  });
}
