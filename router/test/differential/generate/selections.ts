import type { GraphQLCompositeType } from 'graphql';
import {
  type ArgumentNode,
  type DirectiveNode,
  doTypesOverlap,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isRequiredArgument,
  isUnionType,
  Kind,
  type NamedTypeNode,
  type NameNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { Dice } from './dice.ts';
import { trickyNames } from './samples.ts';
import type { Sketch } from './sketch.ts';
import type { ValueWriter } from './values.ts';
import type { Variables } from './variables.ts';

type Room = { aliases: number; directives: number };

/** Writes the selections of one operation; its fragments are shared with the document's other operations. */
export type Page = {
  readonly schema: GraphQLSchema;
  readonly values: ValueWriter;
  readonly variables: Variables;
  readonly fragments: FragmentDefinitionNode[];
  /** Names that no alias takes. */
  readonly reserved: ReadonlySet<string>;
  /** How many more there may be in this operation. */
  readonly room: Room;
};

export function selectionSet(page: Page, type: GraphQLCompositeType, sketches: readonly Sketch[]): SelectionSetNode {
  const selections = sketches.flatMap((sketch) =>
    sketch.kind === 'twins' ? twins(page, type, sketch) : [selection(page, type, sketch)],
  );
  return { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [typename()] };
}

function selection(page: Page, type: GraphQLCompositeType, sketch: Sketch): SelectionNode {
  if (sketch.kind === 'fragment') return fragment(page, type, sketch);
  if (!isUnionType(type)) return field(page, type, sketch);
  const members = type.getTypes(); // a union has fields only in fragments
  const member = sketch.below.length > 0 ? members[sketch.pick % members.length] : undefined;
  return member ? inlineFragment(member, selectionSet(page, member, [sketch])) : typename();
}

/** One field two or three times under names of their own, with other arguments and the same selections: such fetches may go together. */
function twins(page: Page, type: GraphQLCompositeType, { pick, dice, below }: Sketch): readonly SelectionNode[] {
  const count = new Dice(dice).roll(2) + 2;
  const room = page.room.aliases;
  if (isUnionType(type) || room < count) return [selection(page, type, { kind: 'field', pick, dice, below })];
  page.room.aliases -= count;
  return Array.from({ length: count }, (_, at) => {
    const one = field(page, type, { kind: 'field', pick, dice: [0, 0, ...dice.slice(at)], below }); // no alias, no condition
    return { ...one, alias: name(`twin${room}_${at}`) };
  });
}

const inlineFragment = (on: GraphQLCompositeType | undefined, selectionSet: SelectionSetNode): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  ...(on && { typeCondition: namedType(on) }),
  selectionSet,
});

function field(page: Page, type: Exclude<GraphQLCompositeType, { getTypes(): unknown }>, sketch: Sketch): FieldNode {
  const dice = new Dice(sketch.dice);
  const fields = Object.values(type.getFields());
  const leaves = fields.filter((of) => isLeafType(getNamedType(of.type)));
  const deep = fields.filter((of) => isCompositeType(getNamedType(of.type)));
  const candidates = sketch.below.length > 0 && deep.length > 0 ? deep : leaves;
  const chosen = candidates[sketch.pick % (candidates.length + (candidates === leaves ? 1 : 0))];
  if (!chosen) return { ...typename(), ...alias(page, fields, dice), ...directives(page, dice) };
  const inside = getNamedType(chosen.type);
  return {
    kind: Kind.FIELD,
    name: name(chosen.name),
    ...alias(page, fields, dice),
    ...directives(page, dice),
    arguments: argumentsOf(page, chosen, dice),
    ...(isCompositeType(inside) && { selectionSet: selectionSet(page, inside, sketch.below) }),
  };
}

/** Inline or named; of this type, of one that meets it, or of none. */
function fragment(page: Page, type: GraphQLCompositeType, { pick, dice: numbers, below }: Sketch): SelectionNode {
  const dice = new Dice(numbers);
  const form = dice.roll(6);
  const meeting = page.fragments.filter((known) =>
    meets(page.schema, type, page.schema.getType(known.typeCondition.name.value)),
  );
  if (form === 5 && meeting.length > 0)
    return { kind: Kind.FRAGMENT_SPREAD, name: dice.choose(meeting).name, ...directives(page, dice) };

  const on = page.schema.getType(dice.choose(conditionsOn(page.schema, type, pick)));
  const inner = isCompositeType(on) ? on : type;
  const set = selectionSet(page, inner, below);
  if (form < 3) {
    const typed = inner !== type || dice.roll(2) === 0;
    return { ...inlineFragment(typed ? inner : undefined, set), ...directives(page, dice) };
  }
  const known = name(`F${page.fragments.length}`);
  page.fragments.push({
    kind: Kind.FRAGMENT_DEFINITION,
    name: known,
    typeCondition: namedType(inner),
    selectionSet: set,
  });
  return { kind: Kind.FRAGMENT_SPREAD, name: known, ...directives(page, dice) };
}

const meets = (schema: GraphQLSchema, type: GraphQLCompositeType, other: GraphQLNamedType | undefined) =>
  isCompositeType(other) && doTypesOverlap(schema, type, other);

/** Names of types that a fragment within `type` may be on; the narrow ones first. */
function conditionsOn(schema: GraphQLSchema, type: GraphQLCompositeType, pick: number): readonly string[] {
  const narrow = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  const wide = Object.values(schema.getTypeMap()).filter(
    (other) => other !== type && isAbstractType(other) && meets(schema, type, other),
  );
  const all = [...narrow, type, ...wide].map((each) => each.name);
  const first = pick % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

function alias({ room, reserved }: Page, siblings: readonly GraphQLField<unknown, unknown>[], dice: Dice) {
  const form = dice.roll(10);
  const names = form < 7 ? [] : form < 9 ? trickyNames : siblings.map((sibling) => sibling.name);
  const free = names.filter((each) => !reserved.has(each));
  if (free.length === 0 || room.aliases === 0) return {};
  room.aliases -= 1;
  return { alias: name(dice.choose(free)) };
}

function directives({ room, variables }: Page, dice: Dice): { directives?: readonly DirectiveNode[] } {
  const form = dice.roll(24);
  const names = form < 19 ? [] : form < 21 ? ['include'] : form < 23 ? ['skip'] : ['skip', 'include'];
  if (names.length > room.directives) return {};
  room.directives -= names.length;
  const written = names.map((directive): DirectiveNode => {
    const literal = { kind: Kind.BOOLEAN, value: dice.roll(2) === 0 } as const;
    const value = dice.roll(3) === 0 ? literal : variables.condition(dice);
    return {
      kind: Kind.DIRECTIVE,
      name: name(directive),
      arguments: [{ kind: Kind.ARGUMENT, name: name('if'), value }],
    };
  });
  return written.length > 0 ? { directives: written } : {};
}

function argumentsOf(
  { values, variables }: Page,
  { args }: GraphQLField<unknown, unknown>,
  dice: Dice,
): ArgumentNode[] {
  return args.flatMap((argument): ArgumentNode[] => {
    const hasDefault = argument.defaultValue !== undefined;
    if (!isRequiredArgument(argument) && dice.roll(3) === 0) return [];
    const value =
      dice.roll(2) === 0
        ? values.literal(argument.type, dice, (...place) => variables.at(...place))
        : variables.at(argument.type, dice, hasDefault);
    return [{ kind: Kind.ARGUMENT, name: name(argument.name), value }];
  });
}

const typename = (): FieldNode => ({ kind: Kind.FIELD, name: name('__typename') });
const namedType = (type: GraphQLCompositeType): NamedTypeNode => ({ kind: Kind.NAMED_TYPE, name: name(type.name) });
const name = (value: string): NameNode => ({ kind: Kind.NAME, value });
