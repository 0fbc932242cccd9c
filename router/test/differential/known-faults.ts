import { type ArgumentNode, type DocumentNode, Kind, parse, visit } from 'graphql';

/**
 * Names of all fields that entities are found again by (`@key`) or that other fields need (`@requires`), nested ones
 * included, and `__typename`, which every entity needs.
 */
export function neededFields(supergraphSdl: string): ReadonlySet<string> {
  const names = new Set(['__typename']);
  const add = (argument: ArgumentNode | undefined) => {
    if (argument?.value.kind === Kind.STRING)
      visit(parse(`{ ${argument.value.value} }`), { Field: ({ name }) => void names.add(name.value) });
  };
  visit(parse(supergraphSdl), {
    Directive({ name, arguments: given }) {
      if (name.value === 'join__type') add(given?.find((argument) => argument.name.value === 'key'));
      if (name.value === 'join__field') add(given?.find((argument) => argument.name.value === 'requires'));
    },
  });
  return names;
}

/**
 * Whether the plain gateway may answer wrongly without an error: a client's alias or arguments meet a field that some `@key`
 * or `@requires` needs. Its planner tells fields apart by response name only, so `{ books { isbn: name score } }` looks for a
 * book whose isbn is its name. Looks at names alone, so that it leaves out a little more than it must.
 *
 * A second fault is not left out but gone around: a document can't be planned when a fragment of an operation that isn't
 * asked for uses that operation's variables, so the plain gateway is asked `Ask.alone`.
 *
 * The three other such faults lie in the graph and not in the operation, and this graph has none of them: two `@requires`
 * that need one field with different arguments, a `resolvable: false` key for coming back after `@requires`, and a root
 * field of an interface without types.
 */
export function meetsNeededField(document: DocumentNode, needed: ReadonlySet<string>): boolean {
  let meets = false;
  visit(document, {
    Field({ name, alias, arguments: given }) {
      const renamed = alias && alias.value !== name.value && needed.has(alias.value);
      const withArguments = needed.has(name.value) && given && given.length > 0;
      meets ||= Boolean(renamed || withArguments);
    },
  });
  return meets;
}
