import { database as account, seedMembers } from '@moa/account-subgraph';
import type { SubgraphName } from '@moa/contracts';
import { type Database, migrate } from '@moa/database';
import { type Part, prepare } from '@moa/db';
import { demoCrowd, demoFollows, demoMembers, demoMenu, demoPaymentMethods, demoPlans } from '@moa/db/demo';
import { database as delivery } from '@moa/delivery-subgraph';
import { database as follow, seedFollows } from '@moa/follow-subgraph';
import { database as notification } from '@moa/notification-subgraph';
import { database as order, seedMenu } from '@moa/order-subgraph';
import { database as pay, seedPaymentMethods } from '@moa/pay-subgraph';
import { migrateSandbox } from '@moa/pay-subgraph/sandbox';
import { database as plan, seedPlans } from '@moa/plan-subgraph';
import { database as subwayDatabase } from '@moa/subway-subgraph';
import { database as taxi } from '@moa/taxi-subgraph';
import { createLogger, type Logger } from '@moa/telemetry';
import type { Environment } from './config.ts';
import type { Databases } from './databases.ts';
import type { DatabaseName } from './parts.ts';

const tables: Record<SubgraphName, Database> = {
  account,
  order,
  delivery,
  pay,
  taxi,
  notification,
  plan,
  follow,
  subway: subwayDatabase,
};

const demo = (logger: Logger): Partial<Record<SubgraphName, (url: string) => Promise<void>>> => ({
  account: (url) => seedMembers(url, [...demoMembers, ...Object.values(demoCrowd).flat()], logger),
  order: (url) => seedMenu(url, demoMenu, logger),
  pay: (url) => seedPaymentMethods(url, demoPaymentMethods, logger),
  follow: (url) => seedFollows(url, demoFollows, logger),
  plan: (url) => seedPlans(url, demoPlans, logger),
});

/** Creates the databases and login roles, brings their tables up to date, and puts demo data in where DEMO says so. */
export async function prepareDatabases(
  names: readonly DatabaseName[],
  { adminUrl, urls }: Databases,
  env: Readonly<Environment>,
): Promise<void> {
  if (!adminUrl) return;
  const logger = createLogger('prepare', env.LOG_LEVEL);
  const present = names.flatMap((name) => {
    const url = urls[name];
    return url ? [{ name, url }] : [];
  });
  await prepare({
    adminUrl,
    urls: present.map(({ url }) => url),
    parts: present.flatMap(({ name, url }) => partOf(name, url, env.DEMO ? demo(logger) : {})),
    log: (message) => logger.info(message),
  });
}

/** The bus makes its own tables when it is opened. */
function partOf(name: DatabaseName, url: string, seeds: ReturnType<typeof demo>): readonly Part[] {
  switch (name) {
    case 'bus':
      return [];
    case 'sandbox':
      return [{ name, url, migrate: migrateSandbox }];
    default: {
      const seed = seeds[name];
      return [{ name, url, migrate: () => migrate(url, tables[name]), ...(seed && { seed }) }];
    }
  }
}
