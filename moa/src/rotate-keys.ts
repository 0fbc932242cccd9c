import { rotateKeys } from '@moa/account-subgraph';
import { createLogger } from '@moa/telemetry';
import type { Environment } from './config.ts';
import { openDatabases } from './databases.ts';
import { prepareDatabases } from './prepare.ts';

/** Rotates the key that members' tokens are signed with, and says what came of it. */
export async function rotateKeysAndEnd(env: Readonly<Environment>): Promise<string> {
  const databases = await openDatabases(['account'], env);
  try {
    // Where nothing was ever started there is nothing to rotate, and that is said in words too.
    await prepareDatabases(['account'], databases, { ...env, DEMO: false });
    const rotation = await rotateKeys(databases.urls.account ?? '', createLogger('account', env.LOG_LEVEL));
    switch (rotation.kind) {
      case 'rotated':
        return `The key ${rotation.kid} signs from now on. What the last one signed stays good until it expires.`;
      case 'tooEarly':
        return `Nothing was changed: not everybody can have read the next key yet. Try again after ${rotation.possibleAt.toISOString()}.`;
      case 'notDue':
        return 'Nothing was changed: the key is young.';
      case 'noKeys':
        return 'Nothing was changed: there are no keys yet; the first start of account makes them.';
    }
  } finally {
    await databases.stop();
  }
}
