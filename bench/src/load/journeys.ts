import { findPath, menu, myPage } from '../journeys/queries.ts';
import { anyOf } from './any-of.ts';
import { createPlan, heartPlan, planBoard } from './documents.ts';
import type { Journey } from './journey.ts';
import { meal } from './meal.ts';
import { demandNoRefusal, type Payloads } from './payloads.ts';
import { ride } from './ride.ts';

export const journeys: readonly Journey[] = [
  {
    name: 'a path',
    share: 50,
    async travel({ ask }, { nobody, stationIds }) {
      const [from, to] = [anyOf(stationIds), anyOf(stationIds)];
      if (from === to) return 'is there already';
      await ask('subway path', () => nobody.ask(findPath(from, to)));
      return 'has found a way';
    },
  },
  {
    name: 'a look around',
    share: 39,
    async travel({ ask, think }, { nobody }, { client }) {
      await ask('menu', () => nobody.ask(menu));
      await think();
      await ask('my page', () => client.ask(myPage));
      return 'has looked';
    },
  },
  meal,
  {
    name: 'a plan',
    share: 4,
    async travel({ ask, think }, { nobody }, { client }) {
      const { planBoard: board } = await ask('board', () => nobody.ask<Board>(planBoard));
      await think();
      const heart = { planId: anyOf(board.nodes).id };
      await ask('heart', () => client.ask<Payloads>(heartPlan, { input: heart }).then(demandNoRefusal));
      await think();
      const input = { location: '부산', groupSize: 2, budget: 400_000 };
      await ask('plan', () => client.ask<Payloads>(createPlan, { input }).then(demandNoRefusal));
      return 'has a plan';
    },
  },
  ride,
];

/** As many of each as its share says. */
const hundred: readonly Journey[] = journeys.flatMap((journey) => Array.from({ length: journey.share }, () => journey));

export const anyJourney = (): Journey => anyOf(hundred);

type Board = { readonly planBoard: { readonly nodes: readonly { readonly id: string }[] } };
