#!/usr/bin/env node
// Plain JavaScript, so that a Node which can't run TypeScript can still read it and say so.
import module from 'node:module';

const needed = 24;
if (Number(process.versions.node.split('.')[0]) < needed) {
  process.stderr.write(
    `Moa needs Node ${needed} or newer; this is ${process.version}.\n` +
      'Run it through npm (npm start), which finds the Node that npm ci installed, or install Node from nodejs.org.\n',
  );
  process.exit(1);
}
// Nothing phones home, and the second start is a good deal faster than the first.
process.env.APOLLO_TELEMETRY_DISABLED = '1';
module.enableCompileCache();
await import('./src/main.ts');
