import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  type OperationTypeNode,
} from 'graphql';
import { type CostDirectives, costDirectivesOf, directiveOn, weightOn } from './directives.ts';
import { createInputPrices, type InputPrices } from './input-prices.ts';

/** What a field costs, as far as the schema tells. */
export type FieldPrice = {
  /** The named type it returns where that has fields of its own. */
  readonly returns: string | undefined;
  /** Of each thing that it returns, where the field itself tells or the thing is a leaf; else it is that of the thing's type. */
  readonly weight: number | undefined;
  /** A list of lists counts as one: nobody says of the inner ones how long they are. */
  readonly isList: boolean;
  /** Arguments that say how long its list is. */
  readonly slicedBy: readonly string[];
  /** How long its list is where no argument says so. */
  readonly assumedSize: number | undefined;
  /** Which fields of what it returns are the list that is meant; any list where the schema doesn't tell. */
  readonly sizedFields: readonly string[] | undefined;
  /** Values of arguments that are not given. */
  readonly defaults: ReadonlyMap<string, unknown>;
  readonly inputs: InputPrices;
};

export type Prices = {
  /** Names of the root types. */
  readonly roots: Readonly<Record<OperationTypeNode, string | undefined>>;
  /** Object type → field → price. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, FieldPrice>>;
  /** What one object of a type costs. */
  readonly weights: ReadonlyMap<string, number>;
  /** The object types that a composite type may turn out to be. */
  readonly objectTypes: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Arguments that say how long a list is where no `@listSize` tells. */
const usualSlicing = ['first', 'last', 'limit'];

/** Reads `@cost` and `@listSize` of a supergraph; where they don't tell, an object weighs 1 and a leaf nothing. */
export function readPrices(schema: GraphQLSchema): Prices {
  const names = costDirectivesOf(schema);
  const inputsOf = createInputPrices(names);
  const types = Object.values(schema.getTypeMap());
  const objects = types.filter(isObjectType);
  const priced = (field: GraphQLField<unknown, unknown>): [string, FieldPrice] => [
    field.name,
    { ...priceOf(field, names), inputs: inputsOf(field.args) },
  ];
  return {
    roots: {
      query: schema.getQueryType()?.name,
      mutation: schema.getMutationType()?.name,
      subscription: schema.getSubscriptionType()?.name,
    },
    fields: new Map(objects.map((type) => [type.name, new Map(Object.values(type.getFields()).map(priced))])),
    weights: new Map(objects.map(({ name, astNode }) => [name, weightOn(astNode, names) ?? 1])),
    objectTypes: new Map([
      ...objects.map(({ name }) => [name, new Set([name])] as const),
      ...types
        .filter(isAbstractType)
        .map((type) => [type.name, new Set(schema.getPossibleTypes(type).map(({ name }) => name))] as const),
    ]),
  };
}

function priceOf(field: GraphQLField<unknown, unknown>, names: CostDirectives): Omit<FieldPrice, 'inputs'> {
  const type = getNamedType(field.type);
  const composite = isCompositeType(type);
  const listSize = directiveOn(field.astNode, names.listSize);
  const usual = usualSlicing.filter((name) => field.args.some((argument) => argument.name === name));
  return {
    returns: composite ? type.name : undefined,
    weight: weightOn(field.astNode, names) ?? (composite ? undefined : (weightOn(type.astNode, names) ?? 0)),
    isList: isListType(getNullableType(field.type)),
    slicedBy: listSize ? (textsOf(listSize.slicingArguments) ?? []) : usual,
    assumedSize: typeof listSize?.assumedSize === 'number' ? listSize.assumedSize : undefined,
    sizedFields: textsOf(listSize?.sizedFields),
    defaults: new Map(field.args.map(({ name, defaultValue }) => [name, defaultValue])),
  };
}

const textsOf = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.map(String) : undefined;
