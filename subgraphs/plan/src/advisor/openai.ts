import type { Logger } from '@moa/telemetry';
import type { Advisor, AdvisorRequest } from './advisor.ts';
import type { Attraction } from './attraction.ts';
import { type ChatConfig, openChat } from './chat-completions.ts';
import { costOf, styles } from './cost.ts';
import { shortWay } from './day-trip.ts';
import { BadAnswer } from './model-failure.ts';
import { narrate } from './narration.ts';
import { draft } from './offline.ts';
import { createGuard, type Patience } from './outage.ts';
import { candidatesOf, questionOf, readChoice } from './question.ts';
import type { Surveyor } from './survey.ts';

export type ModelConfig = ChatConfig & { readonly logger: Logger; readonly patience?: Patience | undefined };

/**
 * Lets a model choose among the published attractions, and plans offline when it can't or won't. It is not asked where the place
 * or the budget allows nothing. What it answers is checked by the rules that the offline advisor keeps; the words are ours.
 */
export function openModelAdvisor(config: ModelConfig, survey: Surveyor): Advisor & { close(): Promise<void> } {
  const chat = openChat(config);
  const guard = createGuard(config.logger, config.patience);
  const closing = new AbortController();

  return {
    async plan(request, signal) {
      signal?.throwIfAborted();
      const surveyed = survey(request);
      const offline = draft(request, surveyed);
      if (!surveyed || offline.advice.kind === 'nothing') return offline.advice;

      const candidates = candidatesOf(offline.days, surveyed);
      const question = questionOf(request, candidates);
      const either = AbortSignal.any([closing.signal, ...(signal ? [signal] : [])]);
      const chosen = await guard(async () => {
        const days = readChoice(await chat.ask(question, either), candidates, offline.days);
        if (typeof days === 'string') throw new BadAnswer(days);
        return arrange(days, request);
      }, either);
      signal?.throwIfAborted();
      return chosen ? narrate(chosen.days, surveyed.label, chosen.cost) : offline.advice;
    },
    async close() {
      closing.abort();
      await chat.close();
    },
  };
}

/** Brings each day into a short order, and the whole into the budget. @throws BadAnswer when it can't be */
function arrange(chosen: readonly (readonly Attraction[])[], { groupSize, budget }: AdvisorRequest) {
  const days: (readonly Attraction[])[] = [];
  for (const stops of chosen) {
    const [first] = stops;
    const way = first ? shortWay(stops, first, days.flat().at(-1)) : [];
    if (way.length < stops.length) throw new BadAnswer('it put places into one day that lie too far apart');
    days.push(way);
  }
  const costs = styles.map((style) => costOf(days, groupSize, style));
  const cost = budget === null ? costs[0] : costs.find((cost) => cost <= budget);
  if (cost === undefined) throw new BadAnswer('it planned beyond the budget');
  return { days, cost };
}
