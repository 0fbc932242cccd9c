import { cpus, release, type as systemType, totalmem } from 'node:os';
import { invariants } from './invariants.ts';
import type { Round } from './round.ts';
import type { RunResult } from './run.ts';
import { describeOffence } from './say.ts';

export type Report = {
  /** What somebody types to see it again. */
  readonly command: string;
  readonly results: readonly RunResult[];
  readonly tookMs: number;
};

/** Markdown: how often each fault came, how long it took until all had come to its end, and what was wrong. */
export function renderReport({ command, results, tookMs }: Report): string {
  const rounds = results.flatMap((result) => result.rounds);
  const wrong = rounds.filter(({ offences }) => offences.length > 0);
  return [
    `\`\`\`sh\n${command}\n\`\`\``,
    '# What breaking Moa has shown',
    `${rounds.length} rounds, ${wrong.length} with something wrong; ${invariants.length} invariants. It took ${minutes(tookMs)}.`,
    ...results.map(renderForm),
    'A round: people order, cancel, bring, ride, drive, recommend, follow and buy; something breaks and is whole again; nobody wants ' +
      'anything new, and everything that was accepted has 60 s to come to its end. Every invariant has to hold then, and those of any ' +
      'moment while it goes on. An answer that never came counts as neither granted nor refused: whether it counted, the books say.',
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'a processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${systemType()} ${release()}, Node ${process.version}`,
    '',
  ].join('\n\n');
}

function renderForm({ form, rounds, blind, tally }: RunResult): string {
  const names = [...new Set(rounds.map(({ fault }) => fault))].toSorted();
  return [
    `## ${form}`,
    table(
      ['fault', 'rounds', 'settled after, s: median', 'slowest', 'wrong'],
      names.map((name) =>
        rowOf(
          name,
          rounds.filter(({ fault }) => fault === name),
        ),
      ),
    ),
    table(
      ['wish', 'granted', 'refused', 'no answer'],
      Array.from(tally, ([wish, { accepted, refused, unknown }]) => [wish, accepted, refused, unknown]),
    ),
    ...(blind.length === 0 ? [] : [`Too little has happened for these to notice anything: ${blind.join(', ')}.`]),
    ...rounds.filter(({ offences }) => offences.length > 0).map(renderWrong),
  ].join('\n\n');
}

function rowOf(name: string, rounds: readonly Round[]): readonly (string | number)[] {
  const times = rounds.map(({ settledMs }) => settledMs).toSorted((a, b) => a - b);
  const wrong = rounds.filter(({ offences }) => offences.length > 0).length;
  return [name, rounds.length, seconds(times[Math.floor(times.length / 2)]), seconds(times.at(-1)), wrong];
}

const renderWrong = ({ fault, says, offences }: Round): string =>
  [`**${fault}** (${says})`, ...offences.map((offence) => `- ${describeOffence(offence)}`)].join('\n');

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

const seconds = (ms: number | undefined): string => (ms === undefined ? '–' : (ms / 1_000).toFixed(1));
const minutes = (ms: number): string => `${(ms / 60_000).toFixed(0)} minutes`;
