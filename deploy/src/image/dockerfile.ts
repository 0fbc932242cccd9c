/** One line of a Dockerfile: `{ name: 'COPY', words: ['--from=explorer', …] }`. */
export type Instruction = { readonly name: string; readonly text: string; readonly words: readonly string[] };

export type Stage = {
  readonly name: string;
  /** An earlier stage, or an image. */
  readonly from: string;
  readonly instructions: readonly Instruction[];
};

/** Reads what Moa's Dockerfile uses of the language: stages, continued lines, comments. */
export function parseDockerfile(text: string): readonly Stage[] {
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: Stage[] = [];
  for (const line of lines) {
    const [, name = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    const words = rest.split(/\s+/);
    if (name === 'FROM') {
      const [from = '', , as = ''] = words;
      stages.push({ name: as, from, instructions: [] });
      continue;
    }
    const stage = stages.pop();
    if (!stage) throw new Error(`The Dockerfile has ${name} before FROM.`);
    stages.push({ ...stage, instructions: [...stage.instructions, { name, text: rest, words }] });
  }
  return stages;
}
