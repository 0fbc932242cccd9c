import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { Logger } from '@moa/telemetry';
import { codeOf, type Presenter } from './errors.ts';
import { writeAnswer } from './execute/json-text.ts';
import { limits } from './limits.ts';
import type { RateLimits } from './rate-limits.ts';
import type { RequestContext } from './request-context.ts';
import { rootFieldsOf } from './root-fields.ts';
import { validationRules } from './validation.ts';

type Options = {
  readonly gateway: GatewayInterface;
  readonly introspection: boolean;
  readonly present: Presenter;
  readonly rateLimits: RateLimits;
  readonly plugins: readonly ApolloServerPlugin<RequestContext>[];
  readonly logger: Logger;
};

/** Apollo Server over our gateway: parses, validates and answers; nothing of it phones home. */
export function createApollo({
  gateway,
  introspection,
  present,
  rateLimits,
  plugins,
  logger,
}: Options): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    gateway,
    introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    persistedQueries: false, // texts are found before
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [...validationRules],
    formatError: present,
    stringifyResult: writeAnswer,
    logger: apolloLogger(logger),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      traceErrors,
      countMutations(rateLimits),
      ...plugins,
    ],
  });
}

/** What clients don't see of an error is found in the log under the request id that they do see. */
const traceErrors: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue }) {
        for (const error of errors)
          if (!codeOf(error)) contextValue.logger.error({ err: error }, 'An operation failed');
      },
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
        const { singleResult } = response.body;
        singleResult.extensions = { ...singleResult.extensions, requestId: contextValue.requestId };
      },
    };
  },
};

/** Valid ones only; what is refused before costs nobody anything. */
const countMutations = (rateLimits: RateLimits): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, contextValue }) {
        if (operation?.operation === 'mutation')
          await rateLimits.spendMutations(contextValue.viewer, rootFieldsOf(document, operation));
      },
    };
  },
});

/** Apollo reports the loading of the schema and the like as news. */
const apolloLogger = (logger: Logger) => ({
  debug: (message: unknown) => logger.debug(message),
  info: (message: unknown) => logger.debug(message),
  warn: (message: unknown) => logger.warn(message),
  error: (message: unknown) => logger.error(message),
});
