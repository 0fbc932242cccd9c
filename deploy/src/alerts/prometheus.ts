import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts, until } from '@moa/testing';
import { inHaste } from './haste.ts';

const alerts = new URL('../../prometheus/alerts/', import.meta.url);

/** A real Prometheus that reads every three seconds and judges every second. */
export type Prometheus = {
  /** Resolves once it has read all processes. */
  allRead(): Promise<void>;
  /** Names of the alerts that ring. */
  firing(): Promise<ReadonlySet<string>>;
  /** Its name and version. */
  readonly version: string;
  /** Names of all alerts that there are. */
  readonly known: readonly string[];
  close(): Promise<void>;
};

/** @param targets `host:port` of each process @throws where there is no prometheus, with what it wrote */
export async function startPrometheus(targets: readonly string[]): Promise<Prometheus> {
  const folder = await mkdtemp(path.join(tmpdir(), 'moa-alerts-'));
  await mkdir(path.join(folder, 'alerts'));
  const names: string[] = [];
  for (const file of await readdir(alerts)) {
    const rules = await readFile(new URL(file, alerts), 'utf8');
    names.push(...[...rules.matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name));
    await writeFile(path.join(folder, 'alerts', file), inHaste(rules));
  }
  const config = {
    global: { scrape_interval: '3s', scrape_timeout: '3s', evaluation_interval: '1s' },
    rule_files: ['alerts/*.yml'],
    scrape_configs: [{ job_name: 'moa', static_configs: [{ targets }] }],
  };
  await writeFile(path.join(folder, 'prometheus.yml'), JSON.stringify(config)); // JSON is YAML
  const address = `127.0.0.1:${await freePorts(1)}`;
  const child = spawn(
    'prometheus',
    ['--config.file=prometheus.yml', '--storage.tsdb.path=data', `--web.listen-address=${address}`, '--log.level=warn'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let output = '';
  child.stderr.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'exit').catch((cause: unknown) => {
    throw new Error('Prometheus is not on PATH: apt-get install prometheus.', { cause });
  });
  const isReady = () =>
    fetch(`http://${address}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  await Promise.race([until(isReady), ended.then(() => Promise.reject(new Error(`Prometheus ended:\n${output}`)))]);

  type Answer = { data: { alerts: { state: string; labels: { alertname: string } }[] } };
  type Up = { data: { result: { value: [number, string] }[] } };
  return {
    async allRead() {
      await until(
        async () => {
          const answer = (await (await fetch(`http://${address}/api/v1/query?query=sum(up)`)).json()) as Up; // as its API says
          return Number(answer.data.result[0]?.value[1]) === targets.length;
        },
        { timeoutMs: 60_000 },
      );
    },
    version: await versionOf(address),
    known: names,
    async firing() {
      const answer = (await (await fetch(`http://${address}/api/v1/alerts`)).json()) as Answer; // as its API says
      return new Set(
        answer.data.alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels.alertname),
      );
    },
    async close() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function versionOf(address: string): Promise<string> {
  type Answer = { data: { version: string } };
  const answer = (await (await fetch(`http://${address}/api/v1/status/buildinfo`)).json()) as Answer; // as its API says
  return `Prometheus ${answer.data.version}`;
}
