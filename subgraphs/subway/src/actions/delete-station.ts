import { type ActionContext, done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { type DeleteStationCode, deleteStationRefusals } from '../domain/refusals.ts';
import { removeFavoritePathsAt } from '../persistence/favorite-paths.ts';
import { isOnALine, lockStation, removeStation } from '../persistence/stations.ts';
import { editNetwork } from './edit-network.ts';

type Result = Outcome<string, DeleteStationCode>;

const refuse = refusalsFrom(deleteStationRefusals);

/** The station is locked before the paths from and to it: who adds one of those holds the station, and then waits for no path. */
export const deleteStation = (context: ActionContext, id: string): Promise<Result> =>
  editNetwork(context, async (em): Promise<Result> => {
    if (!(await lockStation(em, id))) return refused(refuse('STATION_NOT_FOUND', 'id'));
    if (await isOnALine(em, id)) return refused(refuse('STATION_IN_USE', 'id'));
    await removeFavoritePathsAt(em, id);
    await removeStation(em, id);
    return done(id);
  });
