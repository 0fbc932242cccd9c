import { type ActionContext, done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { type DeleteLineCode, deleteLineRefusals } from '../domain/refusals.ts';
import { removeLine } from '../persistence/lines.ts';
import { editNetwork } from './edit-network.ts';

type Result = Outcome<string, DeleteLineCode>;

const refuse = refusalsFrom(deleteLineRefusals);

export const deleteLine = (context: ActionContext, id: string): Promise<Result> =>
  editNetwork(
    context,
    async (em): Promise<Result> => ((await removeLine(em, id)) ? done(id) : refused(refuse('LINE_NOT_FOUND', 'id'))),
  );
