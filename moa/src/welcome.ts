import { demoMembers, demoPassword } from '@moa/db/demo';
import { type Environment, portOf } from './config.ts';

/** What a person wants to know once it runs: where to click, and who to be. */
export function welcome(env: Readonly<Environment>, tookMs: number): string {
  const seconds = (tookMs / 1000).toFixed(1);
  const at = (part: Parameters<typeof portOf>[0]) => `http://localhost:${portOf(part, env)}`;
  const lines = [
    '',
    `  모아 · Moa is ready (${seconds} s)`,
    '',
    ...(env.ROUTER
      ? [
          `  Open          ${at('router')}/app        the pages: order, ride, travel, and watch`,
          `                ${at('router')}            Apollo Sandbox, with a first order prepared`,
          ...(env.INTROSPECTION ? [`                ${at('router')}/graphiql   GraphiQL, without the internet`] : []),
          `  GraphQL       ${at('router')}/graphql    HTTP and WebSocket; events over HTTP at /graphql/stream`,
        ]
      : []),
    ...env.SUBGRAPHS.map((name) => `  ${name.padEnd(12)}  ${at(name)}/graphql`),
    ...(env.DEMO && env.SUBGRAPHS.includes('account') ? ['', ...demoAccounts()] : []),
    ...(env.DEMO && env.ROUTER ? ['', '  npm run city, in another terminal, fills it with life.'] : []),
    '',
    '  Ctrl-C stops everything.',
    '',
  ];
  return `${lines.join('\n')}\n`;
}

const demoAccounts = (): readonly string[] => [
  `  Demo accounts (password ${demoPassword})`,
  ...demoMembers.map(({ email, name, roles }) => `    ${email.padEnd(22)} ${name}  ${roles.join(', ')}`),
];
