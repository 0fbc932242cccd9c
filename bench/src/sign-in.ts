import { database, openAccount } from '@moa/account-subgraph';
import { migrate } from '@moa/database';
import { anonymous } from '@moa/identity';
import { serveSubgraph } from '@moa/subgraph/testing';
import { describeMachine } from './measure/machine.ts';
import { median, quantile } from './measure/quantile.ts';
import { createDatabase } from './postgres/databases.ts';
import { openServer } from './postgres/temporary-server.ts';
import { writeReport } from './write-report.ts';

const tries = 500;
const warmUp = 20;
/** Up to this far from each other counts as the same. */
const tolerance = 0.05;
const known = 'known@example.com';
const off = { points: 0, seconds: 0 };
const report = renderReport(await measure());
process.stdout.write(`${report}\n`);
await writeReport('sign-in.md', report);

type Times = { readonly known: readonly number[]; readonly unknown: readonly number[] };

/** Milliseconds of refused sign-ins over HTTP, one at a time and in turns, whose order changes from round to round. */
async function measure(): Promise<Times> {
  await using opened = new AsyncDisposableStack();
  const server = await openServer(process.env.DATABASE_URL);
  opened.defer(server.close);
  const open = async (purpose: string) => {
    const { url, drop } = await createDatabase(server.url, purpose);
    opened.defer(drop);
    return url;
  };
  const databaseUrl = await open('account');
  await migrate(databaseUrl, database);
  const busUrl = await open('bus');
  const bus = { name: 'postgres', open: async () => ({ url: busUrl, close: async () => {} }) } as const;
  const account = await serveSubgraph(bus, (ground) =>
    openAccount(
      {
        databaseUrl,
        issuer: 'https://moa.test',
        audience: 'moa',
        accessTokenMinutes: 10,
        attemptRules: { failuresPerAccount: off, failuresPerAddress: off, signUpsPerAddress: off },
      },
      ground,
    ),
  );
  opened.defer(account.close);
  await account.ask(
    anonymous,
    `mutation { signUp(input: { email: "${known}", password: "correct horse", name: "x", age: 30 }) { session { expiresAt } } }`,
  );

  const time = async (email: string): Promise<number> => {
    const from = performance.now();
    const { data, errors } = await account.ask<{ signIn: { userErrors: readonly { code: string }[] } }>(
      anonymous,
      'mutation ($email: String!) { signIn(input: { email: $email, password: "wrong horse" }) { userErrors { code } } }',
      { email },
    );
    const took = performance.now() - from;
    if (data?.signIn.userErrors[0]?.code === 'CREDENTIALS_INVALID') return took;
    throw new Error(`The sign-in was not refused as it should be: ${JSON.stringify(errors ?? data)}`);
  };
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let round = -warmUp; round < tries; round += 1) {
    const sides = [
      ['known', known],
      // As long as the known one, and another each time, as somebody would try who looks for members.
      ['unknown', `u${String(round + warmUp).padStart(4, '0')}@example.com`],
    ] as const;
    for (const [side, email] of round % 2 === 0 ? sides : sides.toReversed()) {
      const took = await time(email);
      if (round >= 0) times[side].push(took);
    }
  }
  return times;
}

function renderReport({ known, unknown }: Times): string {
  const ratio = median(known) / median(unknown);
  const verdict =
    Math.abs(ratio - 1) <= tolerance
      ? `The same, within ${tolerance * 100} %: the time does not tell whether an address is known.`
      : `**Not the same**: the time tells whether an address is known.`;
  const row = (name: string, times: readonly number[]) =>
    `| ${name} | ${[0.25, 0.5, 0.75].map((share) => quantile(times, share).toFixed(2)).join(' | ')} |`;
  return `\`\`\`sh
npm run bench:sign-in
\`\`\`

# How long a refused sign-in takes, with a known and with an unknown e-mail address

${verdict} The ratio of the medians is ${ratio.toFixed(3)}.

| e-mail address | first quarter, ms | median, ms | third quarter, ms |
|---|--:|--:|--:|
${row('known, wrong password', known)}
${row('unknown', unknown)}

${tries} tries of each over HTTP on the loopback address, one at a time and in turns; who begins changes from round to round. The limits on
failed sign-ins are off.

${describeMachine()}; client, subgraph and database on the same machine.
`;
}
