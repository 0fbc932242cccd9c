import { type ActionContext, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { removeStation } from '../domain/edit-line.ts';
import type { Line } from '../domain/line.ts';
import { type RemoveStationCode, removeStationRefusals } from '../domain/refusals.ts';
import { findLine, replaceBranches } from '../persistence/lines.ts';
import { editNetwork } from './edit-network.ts';

type Result = Outcome<Line, RemoveStationCode>;

const refuse = refusalsFrom(removeStationRefusals);

export const removeStationFromLine = (
  context: ActionContext,
  { lineId, stationId }: { readonly lineId: string; readonly stationId: string },
): Promise<Result> =>
  editNetwork(context, async (em): Promise<Result> => {
    const line = await findLine(em, lineId);
    if (!line) return refused(refuse('LINE_NOT_FOUND', 'lineId'));
    const outcome = removeStation(line, stationId);
    if (outcome.kind === 'done') await replaceBranches(em, outcome.value);
    return outcome;
  });
