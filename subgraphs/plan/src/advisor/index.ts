import type { Logger } from '@moa/telemetry';
import type { Advisor } from './advisor.ts';
import { readAttractions } from './attraction.ts';
import { createOfflineAdvisor } from './offline.ts';
import { openModelAdvisor } from './openai.ts';
import type { Patience } from './outage.ts';
import { createSurveyor } from './survey.ts';

export type { Advice, Advisor, AdvisorRequest, Nothing, Planned } from './advisor.ts';

export type AdvisorConfig = {
  /** A server that understands OpenAI's chat completions, as in https://api.openai.com/v1; itineraries are made offline without. */
  readonly url?: string | undefined;
  readonly key?: string | undefined;
  /** Needed with `url`. */
  readonly model?: string | undefined;
  readonly logger: Logger;
  /** Milliseconds for one try. */
  readonly timeoutMs?: number | undefined;
  readonly patience?: Patience | undefined;
};

/** Reads the attractions, once. `close` ends what is being asked of a model; it is planned offline then. */
export function openAdvisor(config: AdvisorConfig): Advisor & { close(): Promise<void> } {
  const survey = createSurveyor(readAttractions());
  const { url, key, model, logger, timeoutMs = 20_000, patience } = config;
  if (url === undefined) return { ...createOfflineAdvisor(survey), close: async () => {} };
  if (model === undefined) throw new Error('ADVISOR_URL is set and ADVISOR_MODEL is not: name the model to ask there.');
  return openModelAdvisor({ url, key, model, logger, timeoutMs, patience }, survey);
}
