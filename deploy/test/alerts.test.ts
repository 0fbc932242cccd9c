import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';

const prometheus = path.resolve(import.meta.dirname, '../prometheus');
const read = (file: string): string => readFileSync(path.join(prometheus, file), 'utf8');
const filesIn = (folder: string): readonly string[] => readdirSync(path.join(prometheus, folder));

type Rule = { readonly alert: string; readonly labels: object; readonly annotations: { readonly runbook: string } };
type Rules = { readonly groups: readonly { readonly rules: readonly Rule[] }[] };
const rulesIn = (file: string): readonly Rule[] =>
  (parse(read(`alerts/${file}`)) as Rules).groups.flatMap(({ rules }) => rules); // as promtool checks

const promtool = (...args: readonly string[]) => spawnSync('promtool', args, { encoding: 'utf8' });
const hasPromtool = promtool('--version').status === 0;
if (!hasPromtool)
  console.warn('!!! promtool is not installed: the unit tests of the alerts are SKIPPED. apt-get install prometheus');

test.skipIf(!hasPromtool).each(filesIn('alerts'))(
  'N9: the alerts of %s are quiet, and ring, when they should',
  (file) => {
    const { status, stdout, stderr } = promtool('test', 'rules', path.join(prometheus, 'tests', file));
    expect(stdout + stderr).not.toContain('FAILED');
    expect(status).toBe(0);
  },
);

test.skipIf(!hasPromtool).each(['prometheus.yml', 'kubernetes.yml'])('Prometheus takes %s', (file) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'moa-prometheus-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const config = parse(read(file));
  config.rule_files = [path.join(prometheus, 'alerts/*.yml')];
  // Debian's Prometheus is built without the discovery of Kubernetes.
  for (const scrape of config.scrape_configs) delete scrape.kubernetes_sd_configs;
  const copy = path.join(folder, file);
  writeFileSync(copy, JSON.stringify(config));
  const { status, stderr } = promtool('check', 'config', copy);
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test.each(filesIn('alerts'))(
  'each alert of %s has a unit test, and a place in the documents that says what to do',
  (file) => {
    const tested = read(`tests/${file}`);
    const headings = readFileSync(path.join(prometheus, '../../docs/operations.md'), 'utf8');
    for (const { alert, annotations } of rulesIn(file)) {
      expect(tested).toContain(`alertname="${alert}"`);
      expect(annotations.runbook).toBe(`docs/operations.md#${alert.toLowerCase()}`);
      expect(headings).toContain(`### ${alert}\n`);
      expect(Object.keys(annotations).toSorted()).toEqual(['action', 'meaning', 'runbook', 'summary']);
    }
  },
);
