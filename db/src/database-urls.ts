import { localSecrets } from './secrets.ts';

/**
 * A URL per name, `postgres://moa_<name>:<password>@host:port/moa_<name>` on the admin's server, with passwords that
 * stay the same for the data dir. `provision` makes them work.
 */
export function databaseUrls<Name extends string>(options: {
  adminUrl: string;
  dataDir: string;
  names: readonly Name[];
}): Record<Name, string> {
  const { passwordOf } = localSecrets(options.dataDir);
  const entries = options.names.map((name): [Name, string] => {
    const account = `moa_${name}`;
    const url = new URL(options.adminUrl);
    url.username = account;
    url.password = passwordOf(account);
    url.pathname = `/${account}`;
    return [name, url.href];
  });
  // Object.fromEntries forgets the names; there is an entry for each.
  return Object.fromEntries(entries) as Record<Name, string>;
}
