import { type ActionContext, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { newStation } from '../domain/new-station.ts';
import { type CreateStationCode, createStationRefusals } from '../domain/refusals.ts';
import type { Station } from '../domain/station.ts';
import { addStation, isStationName } from '../persistence/stations.ts';
import { editNetwork } from './edit-network.ts';

const refuse = refusalsFrom(createStationRefusals);

export async function createStation(
  context: ActionContext,
  about: Omit<Station, 'id'>,
): Promise<Outcome<Station, CreateStationCode>> {
  const outcome = newStation({ ...about, id: context.ids() });
  if (outcome.kind === 'refused') return outcome;
  return editNetwork(context, async (em): Promise<Outcome<Station, CreateStationCode>> => {
    if (await isStationName(em, outcome.value.name)) return refused(refuse('NAME_TAKEN', 'name'));
    await addStation(em, outcome.value);
    return outcome;
  });
}
