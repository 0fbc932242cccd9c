import { openAccount } from '@moa/account-subgraph';
import type { SubgraphName } from '@moa/contracts';
import { openDelivery } from '@moa/delivery-subgraph';
import { openFollow } from '@moa/follow-subgraph';
import { openNotification } from '@moa/notification-subgraph';
import { openOrder } from '@moa/order-subgraph';
import type { Bus } from '@moa/outbox';
import { createProvider, openPay } from '@moa/pay-subgraph';
import { openAdvisor, openPlan } from '@moa/plan-subgraph';
import { type Listening, type ListenOptions, listen, type Subgraph } from '@moa/subgraph';
import { openSubway } from '@moa/subway-subgraph';
import { openTaxi } from '@moa/taxi-subgraph';
import { createLogger } from '@moa/telemetry';
import { tokens } from './authenticator.ts';
import { type Environment, portOf, urlOf } from './config.ts';
import type { Identities } from './identities.ts';
import { channelsOf } from './notification-channels.ts';
import { providersOf } from './sign-in-providers.ts';

export type Ground = {
  readonly env: Readonly<Environment>;
  readonly bus: Bus;
  readonly identities: Identities;
  readonly databaseUrl: (name: SubgraphName) => string;
  /** The payment provider's address. */
  readonly providerUrl: string;
};

/** Opens a subgraph and listens on its port. Each line says what the subgraph needs of the others. */
export async function startSubgraph(name: SubgraphName, ground: Ground): Promise<Listening> {
  const { env, bus, identities, providerUrl } = ground;
  const databaseUrl = ground.databaseUrl(name);
  const logger = createLogger(name, env.LOG_LEVEL);
  const around = { bus, logger };
  const options: ListenOptions = {
    port: portOf(name, env),
    host: env.HOST,
    keys: identities.publicKeys,
    operationsInHand: env.SUBGRAPH_OPERATIONS_IN_HAND,
    logger,
  };

  switch (name) {
    case 'account': {
      const account = await openAccount(
        {
          databaseUrl,
          ...tokens,
          accessTokenMinutes: env.ACCESS_TOKEN_MINUTES,
          redisUrl: env.REDIS_URL,
          attemptRules: { signUpsPerAddress: { points: env.SIGN_UPS_PER_HOUR, seconds: 3_600 } },
          providers: providersOf(env),
        },
        around,
      );
      return listen(account, { ...options, routes: account.routes });
    }
    case 'order': {
      const identityKey = identities.keyOf('order');
      return serve(openOrder({ databaseUrl, deliveryUrl: urlOf('delivery', env), identityKey }, around), options);
    }
    case 'delivery':
      return serve(openDelivery({ databaseUrl }, around), options);
    case 'pay': {
      const provider = createProvider(
        env.TOSS_SECRET_KEY
          ? { kind: 'toss', url: providerUrl, secretKey: env.TOSS_SECRET_KEY }
          : { kind: 'sandbox', url: providerUrl },
      );
      const pay = await serve(openPay({ databaseUrl, provider }, around), options);
      return {
        ...pay,
        async close() {
          await pay.close();
          await provider.close();
        },
      };
    }
    case 'taxi':
      return serve(
        openTaxi(
          {
            databaseUrl,
            mapUrl: env.REDIS_URL ?? databaseUrl,
            payUrl: urlOf('pay', env),
            identityKey: identities.keyOf('taxi'),
            osrmUrl: env.OSRM_URL,
            rideHistory: env.RIDE_HISTORY,
          },
          around,
        ),
        options,
      );
    case 'notification':
      return serve(openNotification({ databaseUrl, channels: channelsOf(env) }, around), options);
    case 'plan': {
      const { ADVISOR_URL: url, ADVISOR_KEY: key, ADVISOR_MODEL: model } = env;
      const advisor = openAdvisor({ url, key, model, logger });
      const identityKey = identities.keyOf('plan');
      const plan = await serve(
        openPlan({ databaseUrl, payUrl: urlOf('pay', env), identityKey, advisor }, around),
        options,
      );
      return {
        ...plan,
        async close() {
          await plan.close();
          await advisor.close();
        },
      };
    }
    case 'follow':
      return serve(openFollow({ databaseUrl }, around), options);
    case 'subway':
      return serve(openSubway({ databaseUrl }, around), options);
  }
}

const serve = async <Context extends object>(
  opening: Promise<Subgraph<Context>>,
  options: ListenOptions,
): Promise<Listening> => listen(await opening, options);
