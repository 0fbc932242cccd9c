import { mkdir, writeFile } from 'node:fs/promises';

const reports = new URL('../reports/', import.meta.url);

/** Writes a file into bench/reports. */
export async function writeReport(name: string, text: string): Promise<void> {
  await mkdir(reports, { recursive: true });
  await writeFile(new URL(name, reports), text);
}
