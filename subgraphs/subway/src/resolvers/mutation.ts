import { payload } from '@moa/subgraph';
import { addFavoritePath } from '../actions/add-favorite-path.ts';
import { addSection } from '../actions/add-section.ts';
import { createLine } from '../actions/create-line.ts';
import { createStation } from '../actions/create-station.ts';
import { deleteLine } from '../actions/delete-line.ts';
import { deleteStation } from '../actions/delete-station.ts';
import { removeFavoritePath } from '../actions/remove-favorite-path.ts';
import { removeStationFromLine } from '../actions/remove-station-from-line.ts';
import { mainBranch } from '../domain/line.ts';
import type { GraphContext } from './context.ts';
import type { MutationResolvers } from './schema.gen.ts';

/** The answer of an edit shows what there is after it. */
async function edited<Result>({ network }: GraphContext, edit: Promise<Result>): Promise<Result> {
  const result = await edit;
  network.forget();
  return result;
}

export const Mutation: MutationResolvers = {
  addFavoritePath: async (_root, { input }, context) => {
    const { favoritePath, userErrors } = payload('favoritePath', await addFavoritePath(context, input));
    context.loaders.favoritePaths.clearAll();
    // A mutation is not told how old its member is.
    return { favoritePath: favoritePath && { ...favoritePath, age: null }, userErrors };
  },
  removeFavoritePath: async (_root, { input }, context) => {
    const outcome = await removeFavoritePath(context, input.id);
    context.loaders.favoritePaths.clearAll();
    return payload('removedId', outcome);
  },
  createStation: async (_root, { input }, context) =>
    payload('station', await edited(context, createStation(context, input))),
  deleteStation: async (_root, { input }, context) =>
    payload('deletedId', await edited(context, deleteStation(context, input.id))),
  createLine: async (_root, { input }, context) => {
    const { name, nameEn, color, surcharge, ...section } = input;
    const about = { name, nameEn, color, surcharge: surcharge ?? 0 };
    return lineOf(context, payload('line', await edited(context, createLine(context, about, section))));
  },
  deleteLine: async (_root, { input }, context) =>
    payload('deletedId', await edited(context, deleteLine(context, input.id))),
  addSection: async (_root, { input: { lineId, branch, ...section } }, context) => {
    const adding = addSection(context, lineId, { ...section, branch: branch ?? mainBranch });
    return lineOf(context, payload('line', await edited(context, adding)));
  },
  removeStationFromLine: async (_root, { input }, context) =>
    lineOf(context, payload('line', await edited(context, removeStationFromLine(context, input)))),
};

/** The line as it is in the view that its stations come from: somebody else may have edited it once more. */
async function lineOf<Payload extends { readonly line: { readonly id: string } | null }>(
  { network }: GraphContext,
  answer: Payload,
) {
  const line = answer.line && ((await network.view()).network.lines.get(answer.line.id) ?? null);
  return { ...answer, line };
}
