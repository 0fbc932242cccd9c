// `npm run image:check`: the image as far as it can be had without Docker.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildImage } from './build.ts';
import { tryImage } from './try.ts';

const help = `npm run image:check [-- --keep]

Carries out the Dockerfile's lines in folders, npm ci and all, then starts Moa from what the image would hold: as a user who owns nothing
there and may write nowhere but to /tmp. Says how large it is. Takes some minutes.

  --keep   leaves the folders, and says where they are
`;

const { values } = parseArgs({ options: { help: { type: 'boolean' }, keep: { type: 'boolean' } } });
if (values.help) process.stdout.write(help);
else {
  const folder = mkdtempSync(path.join(tmpdir(), 'moa-image-build-'));
  execFileSync('chmod', ['711', folder]);
  try {
    const image = buildImage(folder);
    const found = await tryImage(image);
    const megabytes = (inside: string) =>
      Number(execFileSync('du', ['-sm', path.join(image.folder, inside)], { encoding: 'utf8' }).split('\t')[0]);
    process.stdout.write(
      [
        `user             ${image.user}`,
        `size             ${megabytes('.')} MB, of which packages ${megabytes('node_modules')} MB; Node's base image comes on top`,
        `start            migrated; subgraphs and router ready after ${(found.routerReadyMs / 1000).toFixed(1)} s`,
        `answers          ${found.dishes} dishes; GraphiQL ${found.graphiqlBytes} bytes`,
        '',
      ].join('\n'),
    );
    if (values.keep) process.stdout.write(`kept             ${folder}\n`);
  } finally {
    if (!values.keep) rmSync(folder, { recursive: true });
  }
}
