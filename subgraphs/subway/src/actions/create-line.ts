import { type ActionContext, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { type NewLine, type NewSection, newLine } from '../domain/edit-line.ts';
import type { Line } from '../domain/line.ts';
import { type CreateLineCode, createLineRefusals } from '../domain/refusals.ts';
import { addLine, isLineName } from '../persistence/lines.ts';
import { editNetwork } from './edit-network.ts';
import { missingStations } from './missing-stations.ts';

type Result = Outcome<Line, CreateLineCode>;

const refuse = refusalsFrom(createLineRefusals);

export async function createLine(
  context: ActionContext,
  about: Omit<NewLine, 'id'>,
  section: Omit<NewSection, 'branch'>,
): Promise<Result> {
  const outcome = newLine({ ...about, id: context.ids() }, section);
  if (outcome.kind === 'refused') return outcome;
  return editNetwork(context, async (em): Promise<Result> => {
    const missing = await missingStations(em, section, ['upStationId', 'downStationId']);
    const faults = [
      ...((await isLineName(em, outcome.value.name)) ? [refuse('NAME_TAKEN', 'name')] : []),
      ...missing.map((field) => refuse('STATION_NOT_FOUND', field)),
    ];
    if (faults.length > 0) return refused(...faults);
    await addLine(em, outcome.value);
    return outcome;
  });
}
