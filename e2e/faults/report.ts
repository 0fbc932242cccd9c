import { cpus, release, type as systemType, totalmem } from 'node:os';
import { type FormName, formNames } from './form.ts';
import { invariants } from './invariants.ts';
import type { RoundRecord, RunRecord } from './record.ts';

/** Markdown: which runs there were, how often each fault came, how long it took until all had come to its end, and what was wrong. */
export function renderReport(runs: readonly RunRecord[]): string {
  const rounds = runs.flatMap((run) => run.rounds);
  const tookMs = runs.reduce((sum, run) => sum + run.tookMs, 0);
  return [
    '# What breaking Moa has shown',
    `${runs.length} runs with ${rounds.length} rounds, ${rounds.filter(isWrong).length} with something wrong; ${invariants.length} ` +
      `invariants. They took ${minutes(tookMs)} minutes.`,
    'A round: people order, cancel, bring, ride, drive, recommend, follow and buy; something breaks and is whole again; nobody wants ' +
      'anything new, and everything that was accepted has 60 s to come to its end. Every invariant has to hold then, and those of any ' +
      'moment while it goes on. An answer that never came counts as neither granted nor refused: whether it counted, the books say.',
    ...formNames.flatMap((form) => renderForm(form, runs)),
    renderRuns(runs),
    ...runs.flatMap(({ rounds }) => rounds.filter(isWrong)).map(renderWrong),
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'a processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${systemType()} ${release()}, Node ${process.version}`,
    '',
  ].join('\n\n');
}

function renderForm(form: FormName, runs: readonly RunRecord[]): readonly string[] {
  const ours = runs.filter((run) => run.form === form);
  const rounds = ours.flatMap((run) => run.rounds);
  if (rounds.length === 0) return [];
  const names = [...new Set(rounds.flatMap(({ faults }) => faults))].toSorted();
  return [
    `## ${form}`,
    table(
      ['fault', 'rounds', 'settled after, s: median', 'slowest', 'wrong'],
      names.map((name) =>
        rowOf(
          name,
          rounds.filter(({ faults }) => faults.includes(name)),
        ),
      ),
    ),
    table(['wish', 'granted', 'refused', 'no answer'], wishesOf(ours)),
  ];
}

function wishesOf(runs: readonly RunRecord[]): readonly (readonly (string | number)[])[] {
  const names = [...new Set(runs.flatMap(({ tally }) => Object.keys(tally)))];
  const sum = (name: string, what: 'accepted' | 'refused' | 'unknown') =>
    runs.reduce((total, { tally }) => total + (tally[name]?.[what] ?? 0), 0);
  return names.map((name) => [name, sum(name, 'accepted'), sum(name, 'refused'), sum(name, 'unknown')]);
}

function rowOf(name: string, rounds: readonly RoundRecord[]): readonly (string | number)[] {
  const times = rounds.map(({ settledMs }) => settledMs).toSorted((a, b) => a - b);
  return [
    name,
    rounds.length,
    seconds(times[Math.floor(times.length / 2)]),
    seconds(times.at(-1)),
    rounds.filter(isWrong).length,
  ];
}

/** `npm run faults -- --seed … --form …` shows one of them again. */
const renderRuns = (runs: readonly RunRecord[]): string =>
  [
    '## The runs',
    table(
      ['form', 'seed', 'locks, s', 'rounds', 'wrong', 'minutes', 'not noticed, had it been wrong'],
      runs.map(({ form, seed, lockSeconds, rounds, tookMs, blind }) => [
        form,
        seed,
        lockSeconds,
        rounds.length,
        rounds.filter(isWrong).length,
        minutes(tookMs),
        blind.join(', '),
      ]),
    ),
  ].join('\n\n');

const isWrong = ({ wrong }: RoundRecord): boolean => wrong.length > 0;

const renderWrong = ({ faults, wrong }: RoundRecord): string =>
  [`**${faults.join(', ')}**`, ...wrong.map((offence) => `- ${offence}`)].join('\n');

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

const seconds = (ms: number | undefined): string => (ms === undefined ? '–' : (ms / 1_000).toFixed(1));
const minutes = (ms: number): string => (ms / 60_000).toFixed(0);
