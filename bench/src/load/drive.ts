import { monitorEventLoopDelay } from 'node:perf_hooks';
import { playArrivals } from './arrivals.ts';
import type { Command, Played, Reply } from './driver.ts';
import { emptyRecording, type Recording } from './recorder.ts';
import { openTown, type Town } from './town.ts';
import { playUsers } from './users.ts';

let town: Town | undefined;

process.on('message', async (message) => {
  process.send?.(await reply(message as Command)); // the other end is driver.ts
});
process.on('disconnect', () => process.exit()); // the bench has ended

async function reply(command: Command): Promise<Reply> {
  try {
    return { kind: 'done', played: await watched(() => obey(command)) };
  } catch (cause) {
    return { kind: 'failed', why: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
  }
}

async function obey(command: Command): Promise<Recording> {
  if (command.do === 'enter') {
    town = await openTown(command.url, command);
    return emptyRecording();
  }
  if (!town) throw new Error('Nobody has entered yet.');
  return command.do === 'users' ? playUsers(town, command.stages) : playArrivals(town, command);
}

/** Says how well this process kept up. */
async function watched(work: () => Promise<Recording>): Promise<Played> {
  const resolution = 10;
  const delay = monitorEventLoopDelay({ resolution });
  const [began, before] = [performance.now(), process.cpuUsage()];
  delay.enable();
  const recording = await work();
  delay.disable();
  const { user, system } = process.cpuUsage(before);
  const busy = (user + system) / 1_000 / (performance.now() - began);
  return { recording, busy, latenessP99: Math.max(0, delay.percentile(99) / 1e6 - resolution) };
}
