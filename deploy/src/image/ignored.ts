import path from 'node:path';

/** Whether .dockerignore keeps a file out, by its path in the repository. The last line that fits it decides. */
export function ignoredBy(dockerignore: string): (file: string) => boolean {
  const rules = dockerignore
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ ignores: !line.startsWith('!'), pattern: line.replace(/^!/, '') }));
  return (file) =>
    rules.findLast(({ pattern }) => path.matchesGlob(file, pattern) || path.matchesGlob(file, `${pattern}/**`))
      ?.ignores ?? false;
}
