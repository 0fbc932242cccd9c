import { count, milliseconds } from '../orders/figures.ts';
import type { FanOut, FanOutResult } from './bench.ts';
import { everyMs, type Latency } from './others.ts';

/** Seconds in which all followers are to have it in their mailboxes. */
const goal = 60;

const names = { postgres: 'PostgreSQL', redis: 'Redis' } as const;
const seconds = (value: number): string => value.toFixed(1);

/** The result as Markdown. `command` gives it again. */
export function renderFanOut(
  { followers, fanOuts, machine }: FanOutResult,
  { command, servers }: { command: string; servers: string },
): string {
  const missed = fanOuts.filter(({ storedSeconds }) => storedSeconds > goal).map(({ bus }) => `**${names[bus]}**`);
  const verdict =
    missed.length === 0
      ? `All of them within ${goal} s, on both back ends.`
      : `**Not** within ${goal} s on ${missed.join(' and ')}.`;
  return `\`\`\`sh
${command}
\`\`\`

# How long it takes to tell ${count(followers)} followers of a shared plan

${verdict}

| queues and live log | all stored, s | all live entries handed over, s | stored a second |
|---|--:|--:|--:|
${fanOuts.map((fanOut) => row(fanOut, followers)).join('\n')}

## What others notice

| queues and live log | | notifications | median, ms | p95, ms | longest, ms |
|---|---|--:|--:|--:|--:|
${fanOuts.flatMap(({ bus, before, meanwhile }) => [othersRow(bus, 'before', before), othersRow(bus, 'meanwhile', meanwhile)]).join('\n')}

One fact, \`PlanShared\`, is put into the queue; the time runs until the last follower's mailbox has the notification, and until the outbox
has handed the last live entry to the log. Every follower has it once and with the right unread count, or the run fails. Half of them were
never told anything before. Every ${everyMs} ms somebody else, whom nothing of it concerns, is told of an order; their time is that from the fact
in the queue to their WebSocket. The subgraph, the clients and the servers share the machine. \`fsync\` is off, and nothing is vacuumed meanwhile.

${machine}; ${servers}.
`;
}

const row = ({ bus, storedSeconds, liveSeconds }: FanOut, followers: number): string =>
  `| ${names[bus]} | ${seconds(storedSeconds)} | ${seconds(liveSeconds)} | ${count(Math.round(followers / storedSeconds))} |`;

const othersRow = (bus: FanOut['bus'], when: string, latency: Latency): string =>
  `| ${names[bus]} | ${when} | ${count(latency.count)} | ${[latency.median, latency.p95, latency.longest].map(milliseconds).join(' | ')} |`;
