import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { subgraphs } from '@moa/contracts';
import { createSigner, generateKey, type Viewer } from '@moa/identity';
import { loadSupergraph } from '@moa/router';
import { buses, post } from '@moa/testing';
import { buildASTSchema, type GraphQLObjectType, type GraphQLOutputType, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Attacker, attackersAt, expectedFor, seenAs, viewers } from '../src/access/attackers.ts';
import { callOf, selectionOf } from '../src/access/documents.ts';
import { type Door, doorsOf, entityKeysOf } from '../src/access/doors.ts';
import { outcomeOf } from '../src/access/outcome.ts';
import { literalOf, smuggledInto, smugglingsOf } from '../src/access/smuggle.ts';
import { anything, doors, entities, type Line, unresolved } from '../src/access/table.ts';
import { type Victim, victimOf } from '../src/access/victim.ts';
import { complete } from '../src/food.ts';
import { demoEmails, type Person, signIn } from '../src/person.ts';
import { openPlace, type Place } from '../src/place.ts';
import { type MoaProcess, startProcess } from '../src/process.ts';
import { driverEmails } from '../src/taxi.ts';

const [bus] = buses;
if (!bus) throw new Error('There is no bus to test on.');

const root = new URL('../../', import.meta.url);
const { apiSchema } = loadSupergraph(readFileSync(new URL('router/supergraph.graphql', root), 'utf8'));
const parts = subgraphs.map((name, index) => {
  const document = parse(readFileSync(new URL(`subgraphs/${name}/schema.graphql`, root), 'utf8'));
  return { name, index, document, schema: buildASTSchema(document, { assumeValid: true, assumeValidSDL: true }) };
});
const keys = parts.flatMap(({ name, index, document, schema }) =>
  entityKeysOf(document).map(({ type, key }) => ({
    part: name,
    index,
    schema,
    type,
    key,
    name: `${name}: ${type}(${key})`,
  })),
);
/** Where a subgraph adds nothing to what belongs to another. */
const selectionOfId = '{ __typename id }';
const allDoors = doorsOf(apiSchema);
const isSubscription = ({ name }: Door) => name.startsWith('Subscription.');

const lineOf = (table: Readonly<Record<string, Line>>, name: string): Line => {
  const line = table[name];
  if (!line) throw new Error(`${name} is not in e2e/src/access/table.ts: add it to the table.`);
  return line;
};

describe('the table of what is another’s', () => {
  test.each([
    ['doors', allDoors.map(({ name }) => name), Object.keys(doors)],
    ['entities', keys.map(({ name }) => name), Object.keys(entities)],
  ])('has a line for each of the %s there are, and for no other', (_what, there, listed) => {
    expect(there.filter((name) => !listed.includes(name)).map((name) => `${name}: add it to the table`)).toEqual([]);
    expect(listed.filter((name) => !there.includes(name)).map((name) => `${name}: take it off the table`)).toEqual([]);
  });
});

describe('what is another’s', () => {
  let place: Place;
  let moa: MoaProcess;
  let courier: Person;
  let victim: Victim;
  let attackers: Readonly<Record<string, Attacker>>;
  let tokenFor: (viewer: Viewer, part: string) => Promise<string>;
  let before: unknown;

  beforeAll(async () => {
    const pairs = await Promise.all(['router', 'order', 'taxi', 'plan'].map(generateKey));
    const signers = new Map(pairs.map(({ privateKey }) => [privateKey.kid, createSigner(privateKey)]));
    tokenFor = async (viewer, part) =>
      (await signers.get(viewer.kind === 'service' ? viewer.name : 'router')?.sign(viewer, part)) ?? '';
    place = await openPlace(bus);
    moa = await startProcess({
      ...place.variables,
      IDENTITY_PRIVATE_KEYS: JSON.stringify({ keys: pairs.map(({ privateKey }) => privateKey) }),
      IDENTITY_PUBLIC_KEYS: JSON.stringify({ keys: pairs.map(({ publicKey }) => publicKey) }),
    });
    courier = await signIn(place.url, demoEmails('COURIER')[0] ?? '');
    const driver = await signIn(place.url, driverEmails[0] ?? '');
    victim = await victimOf(await signIn(place.url, demoEmails('MERCHANT')[0] ?? ''), courier, driver);
    attackers = await attackersAt(place.url);
    before = await stateOf(victim);
  });
  afterAll(async () => {
    await moa?.end('SIGTERM');
    await place?.close();
  });

  /** All that the victim may see of what is theirs; a query for each field, since one for all would be too long. */
  async function stateOf({ person, menuItemId }: Victim): Promise<unknown> {
    const member = apiSchema.getType('Member') as GraphQLObjectType; // every supergraph of Moa has it
    const item = apiSchema.getType('MenuItem') as GraphQLOutputType;
    const ofMember = Object.values(member.getFields()).map(
      ({ name, type }) => `me { ${name} ${selectionOf(type, 2)} }`,
    );
    return Promise.all(
      [...ofMember, `menuItem(id: "${menuItemId}") ${selectionOf(item, 0)}`].map(async (text) => {
        const { data, errors } = await person.ask(`{ ${text} }`);
        expect(errors).toBeUndefined();
        return data;
      }),
    );
  }

  const documentOf = (kind: string, { field, at }: Door, line: Line) => {
    const id = line.id(victim);
    const { text, declared, variables } = callOf(field, { ...(at && { [at]: id }), ...line.besides?.(victim) });
    if (!line.through) return { query: `${kind} (${declared.join(', ')}) { ${text} }`, variables };
    const [rootField, ...onTheWay] = line.through;
    const nested = onTheWay.reduceRight((inner, field) => `${field} { ${inner} }`, text);
    const query = `${kind} (${['$through: ID!', ...declared].join(', ')}) { ${rootField}(id: $through) { ${nested} } }`;
    return { query, variables: { ...variables, through: id } };
  };
  const attempt = async (door: Door, line: Line, { person }: Attacker): Promise<string> => {
    const { query, variables } = documentOf(door.name.startsWith('Mutation.') ? 'mutation' : 'query', door, line);
    const { data, errors } = await person.ask(query, variables);
    const answer = [...(line.through ?? []), door.field.name].reduce<unknown>((object, field) => {
      const one: unknown = Array.isArray(object) ? object[0] : object;
      return (one as Record<string, unknown> | null | undefined)?.[field]; // as the query asked
    }, data);
    const outcome = outcomeOf(answer, errors);
    return line.afterwards && !errors ? line.afterwards(person, answer) : outcome;
  };

  test.each(allDoors.filter((door) => !isSubscription(door)).map((door) => [door.name, door] as const))(
    '%s gives others nothing, and changes nothing',
    async (name, door) => {
      const line = lineOf(doors, name);
      for (const [who, attacker] of Object.entries(attackers)) {
        const expected = expectedFor(line, attacker.role);
        expect(`${who}: ${seenAs(expected, await attempt(door, line, attacker))}`).toBe(`${who}: ${expected}`);
      }
      if (!name.startsWith('Mutation.') && line.another !== anything) {
        // Nor is it just not there: the victim gets it.
        expect(await attempt(door, line, { person: victim.person, role: undefined })).not.toBe(line.another);
      }
      expect(await stateOf(victim)).toEqual(before);
    },
  );

  test.each(keys.map((entity) => [entity.name, entity] as const))(
    '%s, by its key, gives others nothing',
    async (name, { part, index, schema, type, key }) => {
      const line = lineOf(entities, name);
      const port = Number(new URL(place.url).port) + 1 + index;
      const selection = selectionOf(schema.getType(type) as GraphQLOutputType, 2); // a type with a key is an object type
      const look = async (viewer: Viewer): Promise<string> => {
        const { data, errors } = await post<{ _entities: unknown[] }>(`http://127.0.0.1:${port}/graphql`, {
          query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} ${selection} } }`,
          variables: { r: [{ __typename: type, ...(line.by ?? { [key]: line.id(victim) }) }] },
          token: await tokenFor(viewer, part),
        });
        return outcomeOf(data?._entities[0], errors);
      };
      for (const { role, viewer } of viewers(randomUUID())) {
        const expected = expectedFor(line, role);
        const who = role ?? viewer.kind;
        expect(`${who}: ${seenAs(expected, await look(viewer))}`).toBe(`${who}: ${expected}`);
      }
      if (line.another !== anything && line.another !== unresolved.another && selection !== selectionOfId) {
        const own = await look({ kind: 'member', memberId: victim.memberId, roles: ['MEMBER'] });
        expect(own).not.toBe(line.another);
      }
    },
  );

  test.each(smugglingsOf(apiSchema).map((each) => [each.input.name, each.extra, each.field.name, each] as const))(
    '%s takes no %s (%s)',
    async (_input, _extra, _name, { kind, field, at, extra }) => {
      const { person } = attackers['a member'] as Attacker; // made above
      const { text, declared, variables } = callOf(field, { [at]: randomUUID() });
      // What goes in as an object comes out as one.
      const smuggled = smuggledInto(variables, at, extra) as typeof variables;
      const byVariable = await person.ask(`${kind} (${declared.join(', ')}) { ${text} }`, smuggled);
      expect(byVariable).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
      const passed = Object.entries(smuggled).map(([name, value]) => `${name}: ${literalOf(value)}`);
      const literal = text.replace(/^(\w+)\([^)]*\)/, `$1(${passed.join(', ')})`);
      const { status, errors } = await person.ask(`${kind} { ${literal} }`);
      expect(status).toBe(400);
      expect(errors?.map(({ extensions }) => extensions?.code)).toContain('GRAPHQL_VALIDATION_FAILED');
      expect(JSON.stringify(errors)).toContain(extra);
    },
  );

  test('subscriptions tell others nothing, not even when something happens', async () => {
    const watchers = allDoors.filter(isSubscription).flatMap((door) => {
      const line = lineOf(doors, door.name);
      const { query, variables } = documentOf('subscription', door, line);
      return Object.entries(attackers).map(([who, { person, role }]) => ({
        who: `${door.name}, ${who}`,
        expected: expectedFor(line, role),
        watch: () => watch(person, door.field.name, query, variables),
      }));
    });
    const watch = (person: Person, name: string, query: string, variables: Record<string, unknown>) => {
      const events = person.watch(query, variables);
      let outcome = 'null';
      const heard = events.next().then(
        ({ value }) => {
          if (value) outcome = outcomeOf(value.data?.[name], value.errors);
        },
        (refusal: { errors?: Parameters<typeof outcomeOf>[1] }) => {
          outcome = refusal.errors ? outcomeOf(undefined, refusal.errors) : String(refusal);
        },
      );
      return { heard, events, outcome: () => outcome };
    };
    const waiting = watchers
      .filter(({ expected }) => expected === 'null')
      .map((each) => ({ ...each, ...each.watch() }));
    const changes = victim.person.watch<{ deliveryChanged: { status: string } }>(
      'subscription ($id: ID!) { deliveryChanged(orderId: $id) { status } }',
      { id: victim.orderId },
    );
    await changes.next();
    // Who is told something, or is refused, is so at once, and goes: a member has a few sockets only. Who waits, waits.
    for (const { who, expected, watch: begin } of watchers.filter((each) => each.expected !== 'null')) {
      const { heard, events, outcome } = begin();
      await heard;
      expect(`${who}: ${seenAs(expected, outcome())}`).toBe(`${who}: ${expected}`);
      await events.close();
    }
    expect(await complete(courier, victim.deliveryId)).toEqual([]);
    expect((await changes.next()).value?.data?.deliveryChanged.status).toBe('COMPLETED');
    for (const { who, outcome } of waiting) expect(`${who}: ${outcome()}`).toBe(`${who}: null`);
    await Promise.all([changes, ...waiting.map(({ events }) => events)].map((events) => events.close()));
  });
});
