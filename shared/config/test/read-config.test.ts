import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ConfigError, flag, jsonWebKey, jsonWebKeySet, networks, port, readConfig, url } from '../src/index.ts';

const schema = z.object({
  PORT: port.default(4000),
  DATABASE_URL: url('postgres', 'postgresql'),
  REDIS_URL: url('redis').optional(),
  DEMO: flag.default(true),
  KEYS: jsonWebKeySet.optional(),
  PROXIES: networks.optional(),
});
const database = { DATABASE_URL: 'postgres://localhost/order' };

const faultsOf = (env: NodeJS.ProcessEnv) => {
  try {
    return readConfig(schema, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

describe('the configuration', () => {
  test('is read with its defaults, and frozen', () => {
    const config = readConfig(schema, { ...database, PORT: '8080', DEMO: '0', HOME: '/root' });
    expect(config).toEqual({ ...database, PORT: 8080, DEMO: false });
    expect(readConfig(schema, database)).toEqual({ ...database, PORT: 4000, DEMO: true });
    expect(Object.isFrozen(config)).toBe(true);
  });

  test('names all faults at once', () => {
    const env = { PORT: 'many', REDIS_URL: 'http://localhost', DEMO: 'perhaps', KEYS: '{' };
    expect(faultsOf(env)).toEqual([
      'PORT: must be a number',
      'DATABASE_URL: must be set',
      'REDIS_URL: must be a URL that starts with redis://',
      'DEMO: must be 1 or 0',
      'KEYS: must be JSON',
    ]);
    expect(() => readConfig(schema, env)).toThrow(/has 5 faults:\n {2}PORT: must be a number\n {2}DATABASE_URL/);
    expect(() => readConfig(schema, {})).toThrow(/has a fault:\n {2}DATABASE_URL: must be set\n/);
  });

  test('takes an empty variable for one that is not set', () => {
    expect(readConfig(schema, { ...database, PORT: '', REDIS_URL: '' })).toMatchObject({ PORT: 4000 });
    expect(faultsOf({ DATABASE_URL: '' })).toEqual(['DATABASE_URL: must be set']);
  });

  test('does not repeat a secret that stands in the wrong place', () => {
    expect(JSON.stringify(faultsOf({ DATABASE_URL: 'hunter2', PORT: 'hunter2', KEYS: 'hunter2' }))).not.toMatch(
      /hunter2/,
    );
  });

  test.each(['-1', '65536', '80.5'])('%s is no port', (text) => {
    expect(faultsOf({ ...database, PORT: text })).toEqual([expect.stringMatching(/^PORT: must be /)]);
  });

  test('takes addresses and ranges in a list for networks, and nothing else', () => {
    const { PROXIES } = readConfig(schema, { ...database, PROXIES: '192.0.2.1, 10.0.0.0/8,,2001:db8::1,fd00::/8' });
    expect(PROXIES).toEqual(['192.0.2.1', '10.0.0.0/8', '2001:db8::1', 'fd00::/8']);
    expect(faultsOf({ ...database, PROXIES: '10.0.0.0/8,proxy.example' })).toEqual([
      'PROXIES.1: must be an IP address or a range such as 10.0.0.0/8',
    ]);
  });

  test('knows a JSON Web Key when it sees one', () => {
    const key = { kty: 'OKP', kid: 'router', x: 'AAAA' };
    expect(jsonWebKey.parse(JSON.stringify(key))).toEqual(key);
    expect(jsonWebKeySet.parse(JSON.stringify({ keys: [key] }))).toEqual({ keys: [key] });
    for (const wrong of ['null', '{}', '{"kty":"OKP"}', '[]']) expect(jsonWebKey.safeParse(wrong).success).toBe(false);
  });
});
