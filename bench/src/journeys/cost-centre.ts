/** Who a package's time belongs to; a name that ends in a slash stands for all of the scope. */
const packages: readonly (readonly [centre: string, names: readonly string[]])[] = [
  ['graphql-js', ['graphql', 'dataloader', '@graphql-tools/']],
  ['Apollo', ['@apollo/', '@as-integrations/', '@josephg/']],
  ['MikroORM', ['@mikro-orm/', 'kysely']],
  [
    'pg',
    ['pg', 'pg-protocol', 'pg-pool', 'pg-types', 'pgpass', 'postgres-array', 'postgres-date', 'pg-connection-string'],
  ],
  ['BullMQ', ['bullmq', 'cron-parser', 'msgpackr']],
  ['Redis client', ['ioredis', 'redis-parser', '@ioredis/', 'denque', 'standard-as-callback']],
  ['Fastify', ['fastify', '@fastify/', 'find-my-way', 'avvio', 'light-my-request', 'secure-json-parse']],
  ['undici', ['undici']],
  ['jose', ['jose']],
  ['ngraph', ['ngraph.path', 'ngraph.graph']],
  ['WebSockets', ['ws', 'graphql-ws']],
  ['zod', ['zod']],
  ['pino', ['pino', 'sonic-boom']],
];

const nodes: readonly (readonly [centre: string, modules: RegExp])[] = [
  ['node: HTTP', /^(_http|http|internal\/http|internal\/url)/],
  [
    'node: sockets and streams',
    /^(net|stream|internal\/streams?|_stream|events|buffer|internal\/buffer|dns|internal\/webstreams)/,
  ],
  ['node: crypto', /^(crypto|internal\/crypto)/],
  [
    'node: timers and promises',
    /^(timers|internal\/(timers|process\/(task_queues|promises)|async_hooks|async_local_storage|async_context))/,
  ],
];

/** Whose time a frame of a profile is: a package, a part of Node, or a folder of Moa; nothing for no time at all. */
export function costCentreOf({
  url,
  functionName,
}: {
  readonly url: string;
  readonly functionName: string;
}): string | undefined {
  if (url === '') return centreOfNative(functionName);
  if (url.endsWith('/journeys/json-frames.ts')) return 'JSON';
  if (url.includes('/bench/src/journeys/')) return 'the bench’s own counting';
  if (url.startsWith('node:'))
    return nodes.find(([, modules]) => modules.test(url.slice('node:'.length)))?.[0] ?? 'node: others';
  const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (name !== undefined)
    return packages.find(([, names]) => names.some((known) => isOf(known, name)))?.[0] ?? 'other packages';
  const [, folder] = /\/(router|moa|subgraphs\/[^/]+|shared\/[^/]+|db)\//.exec(url) ?? [];
  return folder ?? 'others';
}

const isOf = (known: string, name: string): boolean => (known.endsWith('/') ? name.startsWith(known) : name === known);

/** Frames without a file: the profiler's own marks, and functions that are written in C++. */
function centreOfNative(functionName: string): string | undefined {
  switch (functionName) {
    case '(root)':
    case '(idle)':
      return undefined;
    case '(garbage collector)':
      return 'garbage collection';
    case '(program)':
      return 'V8 and the system';
    default:
      return /^(write|shutdown|readStart|readStop|setNoDelay|connect)/.test(functionName)
        ? 'writing to sockets'
        : 'V8 and the system';
  }
}
