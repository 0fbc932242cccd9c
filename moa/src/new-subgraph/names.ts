/** How a subgraph and its first type are called, in every spelling that its files need; the keys stand in the templates. */
export type Names = Readonly<Record<(typeof spellings)[number], string>>;

const spellings = ['name', 'Name', 'Type', 'type', 'Types', 'type-words', 'type-file', 'types-file', 'table'] as const;

/** The name is taken, or is none. Its message says what to do instead. */
export class UnfitName extends Error {
  override readonly name = 'UnfitName';
}

/** Names that mean something else in the variables, the compose file, the database server or the tests. */
const reserved = ['router', 'sandbox', 'bus', 'admin', 'moa', 'postgres', 'redis', 'migrate', 'identity', 'domain'];
/** Types that GraphQL, or the files beside the new one, have already. */
const reservedTypes =
  /^(Query|Mutation|Subscription|ID|Int|Float|Access|Refusals?|Context|Loaders|Index|Pick|Outcome|Viewer)$/;

/**
 * @param type the GraphQL type that the subgraph begins with; the name with a capital letter when left out
 * @throws UnfitName
 */
export function namesOf(name: string, type = capitalised(name)): Names {
  if (!/^[a-z][a-z0-9]{1,29}$/.test(name) || reserved.includes(name)) {
    throw new UnfitName(
      `"${name}" can't be a subgraph's name. Take one lower-case word that isn't ${reserved.join(', ')}.`,
    );
  }
  if (!/^[A-Z][A-Za-z0-9]{1,39}$/.test(type) || reservedTypes.test(type) || type in globalThis) {
    throw new UnfitName(`"${type}" can't be its type's name. Take another one with --type, such as Book or BookLoan.`);
  }
  const words = type.split(/(?<=[a-z0-9])(?=[A-Z])/).map((word) => word.toLowerCase());
  const last = plural(words.at(-1) ?? '');
  const plurals = [...words.slice(0, -1), last];
  return {
    name,
    Name: capitalised(name),
    Type: type,
    type: camelCase(words),
    Types: capitalised(camelCase(plurals)),
    'type-words': plurals.join(' '),
    'type-file': words.join('-'),
    'types-file': plurals.join('-'),
    table: plurals.join('_'),
  };
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const camelCase = ([first = '', ...others]: readonly string[]): string => first + others.map(capitalised).join('');

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
