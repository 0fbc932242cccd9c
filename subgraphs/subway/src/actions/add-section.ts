import { type ActionContext, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { addSection as decide, type NewSection } from '../domain/edit-line.ts';
import type { Line } from '../domain/line.ts';
import { type AddSectionCode, addSectionRefusals } from '../domain/refusals.ts';
import { findLine, replaceBranches } from '../persistence/lines.ts';
import { editNetwork } from './edit-network.ts';
import { missingStations } from './missing-stations.ts';

type Result = Outcome<Line, AddSectionCode>;

const refuse = refusalsFrom(addSectionRefusals);

export const addSection = (context: ActionContext, lineId: string, section: NewSection): Promise<Result> =>
  editNetwork(context, async (em): Promise<Result> => {
    const line = await findLine(em, lineId);
    if (!line) return refused(refuse('LINE_NOT_FOUND', 'lineId'));
    const missing = await missingStations(em, section, ['upStationId', 'downStationId']);
    if (missing.length > 0) return refused(...missing.map((field) => refuse('STATION_NOT_FOUND', field)));
    const outcome = decide(line, section);
    if (outcome.kind === 'done') await replaceBranches(em, outcome.value);
    return outcome;
  });
