import { show } from './budget.ts';
import { chartNameOf } from './chart.ts';
import { type Figures, figuresOf } from './figures.ts';
import { secondsOf } from './people.ts';
import type { FormResult, LoadResult, Outcome } from './result.ts';
import { bookedTable, paidTable } from './taxi-tables.ts';

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const ms = (value: number | undefined): string => (value === undefined ? '–' : whole(value));
const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** The result as Markdown, with a chart for each form beside it. `command` gives it again. */
export function renderLoad(result: LoadResult, command: string): string {
  const { forms, members, machine, loads } = result;
  return `\`\`\`sh
${command}
\`\`\`

# Moa under load

| form | profile | budget | measured | |
|---|---|---|--:|---|
${forms.flatMap(verdictRows).join('\n')}

${forms.map(section).join('\n')}
## How it was measured

Each form is a Moa of its own with demo data, driven through the public graph by a process of its own, over HTTP and WebSocket. One process keeps queues
and live events in PostgreSQL, many processes keep them in Redis.

- **Users** (load, stress, overload) begin anew as soon as they have an answer, each over a connection of their own, and take no time to
  think. They come within the first tenth of their stage. Who is refused comes back when told, and whom something else went wrong for after a
  second.
- **Arrivals** (smoke, day) come at random moments that are settled in advance, and think between their steps. A step's time runs from when it was
  due, so whatever kept it waiting counts, in the load's own process too.
- **Journeys**: of a hundred 50 ask for a way by subway; 39 look at the menu and at their page; 5 read the menu, order, and watch until the
  order is paid; 4 read the board, give a heart and write a plan; 2 call a taxi and ride until it is paid. Business refusals, such as that no car is free, are
  answers.
- **Refused** is who is turned away with 503 and \`Retry-After\` before anything was begun; **unavailable** what Moa gave up in words of its own;
  **broken** everything else that is no right answer, none within 30 s (news: 65 s) too.
- **Signing in**: ${whole(members)} members have signed up and are signed in before anything is measured, since the hashing of passwords is
  meant to be expensive; one in ten of those who order signs in once more.
- **Limits** on sign-ups and mutations of one member are off; those on work in hand are on.
- **Times** are milliseconds, told apart to a hundredth. Recovery is from the end of the overload to when the last step was due that was not answered well within 1 s.
- **bookers** and **pay** are parts of \`npm run bench:taxi\`, whose [report](taxi.md) has many more bookings.

What becomes of 100 users while all parts of Moa are replaced is told by [another report](roll.md).

${machine}; load, Moa and databases on the same machine. Its load average before and after: ${loads.map((load) => load.toFixed(1)).join(', ')}.
`;
}

const verdictRows = ({ form, outcomes }: FormResult): readonly string[] =>
  outcomes.flatMap(({ profile, verdicts }) =>
    verdicts.map(({ goal, measured, unit, isMet }) =>
      row(form, profile.name, goal, show(measured, unit), isMet ? 'met' : '**not met**'),
    ),
  );

function section(result: FormResult): string {
  const { form, bus, outcomes } = result;
  const isDrawn = outcomes.some(({ kind }) => kind === 'played');
  const chart = isDrawn ? `![Answers a second and their times, second by second](${chartNameOf(result)})\n\n` : '';
  return `## ${form[0]?.toUpperCase()}${form.slice(1)}, with ${bus}

${chart}${outcomes.map(outcomeSection).join('\n')}`;
}

/** What the earlier systems reported of the same on machines of their own. */
const reportedBefore: Readonly<Record<string, string>> = {
  load: '1,570 a second, p95 124 ms',
  stress: '844 a second',
  bookers: '402 a second',
  pay: '97.8 % answered, the longest after 32 s',
};

function outcomeSection(outcome: Outcome): string {
  const { profile } = outcome;
  const before = reportedBefore[profile.name];
  const heading = `### ${profile.name}: ${profile.title}\n${before === undefined ? '' : `\nEarlier systems reported: ${before}.\n`}`;
  switch (outcome.kind) {
    case 'played':
      return `${heading}\n${stageTable(outcome)}\n\n${stepTable(outcome)}\n\n${aside(outcome)}\n`;
    case 'booked':
      return `${heading}\n${bookedTable(outcome.booked)}\n`;
    case 'paid':
      return `${heading}\n${paidTable(outcome.paid)}\n`;
  }
}

type Played = Extract<Outcome, { kind: 'played' }>;
const figureCells = ({ asked, refused, unavailable, broken, p50, p95, p99, longest }: Figures) =>
  [whole(asked), whole(refused), whole(unavailable), whole(broken), ms(p50), ms(p95), ms(p99), ms(longest)] as const;

function stageTable({ profile, played }: Played): string {
  const { seconds } = played.recording;
  let from = 0;
  const stages =
    profile.kind === 'users'
      ? profile.stages.map(({ users, seconds: length }) => ({ name: `${whole(users)} users`, length }))
      : [{ name: `${profile.perSecond} arrivals a second`, length: seconds.length }];
  const rows = stages.map(({ name, length }) => {
    const figures = figuresOf(seconds.slice(Math.floor(from), Math.floor(from + length)));
    from += length;
    return row(name, (figures.answered / length).toFixed(0), ...figureCells(figures));
  });
  const all = figuresOf(seconds);
  return `| | answers/s | asked | refused | unavailable | broken | p50 | p95 | p99 | longest |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${rows.join('\n')}${rows.length > 1 ? `\n${row('all', (all.answered / secondsOf(profile)).toFixed(0), ...figureCells(all))}` : ''}`;
}

function stepTable({ played }: Played): string {
  const rows = Object.entries(played.recording.steps).map(([name, tally]) =>
    row(name, ...figureCells(figuresOf([tally]))),
  );
  return `| step | taken | refused | unavailable | broken | p50 | p95 | p99 | longest |
|---|--:|--:|--:|--:|--:|--:|--:|--:|
${rows.toSorted().join('\n')}`;
}

function aside({ played: { recording, busy, latenessP99 }, used: { costs, seconds } }: Played): string {
  const share = (milliseconds: number): string => (Math.max(0, milliseconds) / 1_000 / seconds).toFixed(2);
  const faults = Object.entries(recording.faults).map(([fault, times]) => `${fault} (${whole(times)})`);
  const ends = Object.entries(recording.ends).map(([end, times]) => `${end} (${whole(times)})`);
  return `Processors in use: Moa ${share(costs.moa)}, PostgreSQL ${share(costs.postgres)}, Redis ${share(costs.redis)}, the load ${busy.toFixed(2)}; the load's clock was late by ${latenessP99.toFixed(1)} ms
(p99). Ends of journeys: ${ends.toSorted().join(', ') || 'none'}.${faults.length > 0 ? ` **What went wrong**: ${faults.toSorted().join(', ')}.` : ''}`;
}
