import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { copiedBy } from './copied.ts';
import { type Instruction, parseDockerfile } from './dockerfile.ts';
import { ignoredBy } from './ignored.ts';

/** The repository's folder. */
export const root = path.resolve(import.meta.dirname, '../../..');

export type Image = {
  /** What is /moa in the image. */
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly user: string;
};

/** Carries the Dockerfile out in folders of a folder, one for each stage. What the base image brings is this machine's. */
export function buildImage(folder: string): Image {
  const ignored = ignoredBy(readFileSync(path.join(root, '.dockerignore'), 'utf8'));
  const built = new Map<string, Image>();
  let image: Image = { folder: '', variables: {}, user: 'root' };
  for (const [index, { name, from, instructions }] of parseDockerfile(
    readFileSync(path.join(root, 'Dockerfile'), 'utf8'),
  ).entries()) {
    const base = built.get(from);
    image = { folder: path.join(folder, name || `stage-${index}`), variables: base?.variables ?? {}, user: 'root' };
    mkdirSync(image.folder, { recursive: true });
    if (base) cpSync(base.folder, image.folder, { recursive: true });
    for (const instruction of instructions) image = carryOut(instruction, image, built, ignored);
    built.set(name, image);
  }
  return image;
}

function carryOut(
  instruction: Instruction,
  image: Image,
  built: ReadonlyMap<string, Image>,
  ignored: (file: string) => boolean,
): Image {
  const { name, text, words } = instruction;
  switch (name) {
    case 'COPY':
      copy(instruction, image, built, ignored);
      return image;
    case 'RUN': {
      const command = text.replaceAll(/--mount=\S+ /g, '');
      process.stderr.write(`RUN ${command}\n`);
      execFileSync('sh', ['-c', command], {
        cwd: image.folder,
        env: { ...process.env, ...image.variables },
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      return image;
    }
    case 'ENV':
      return {
        ...image,
        variables: { ...image.variables, ...Object.fromEntries(words.map((word) => word.split('='))) },
      };
    case 'USER':
      return { ...image, user: text };
    case 'WORKDIR':
    case 'EXPOSE':
    case 'CMD':
      return image;
    default:
      throw new Error(`The check of the image does not know ${name}; teach it in deploy/src/image/build.ts.`);
  }
}

function copy(
  instruction: Instruction,
  image: Image,
  built: ReadonlyMap<string, Image>,
  ignored: (file: string) => boolean,
): void {
  const [first = '', source = '', target = ''] = instruction.words;
  if (first.startsWith('--from=')) {
    const stage = built.get(first.slice('--from='.length));
    if (!stage) throw new Error(`COPY ${instruction.text}: there is no such stage.`);
    cpSync(path.join(stage.folder, path.relative('/moa', source)), path.join(image.folder, target), {
      recursive: true,
    });
    return;
  }
  for (const { source, target } of copiedBy(instruction, root, ignored)) {
    mkdirSync(path.dirname(path.join(image.folder, target)), { recursive: true });
    cpSync(path.join(root, source), path.join(image.folder, target));
  }
}
