import { defaultFieldResolver, GraphQLError, type GraphQLSchema, isNonNullType, isObjectType } from 'graphql';
import { numberOf } from './rows.ts';

/** Without these no entity could be found again. */
const spared = new Set(['id', 'isbn', 'title', 'year', 'account', 'region', 'number']);

type Trouble = 'none' | 'null' | 'error' | 'refusal';

/** What goes wrong with a field of a row: always the same. A required field is spared more often, for it takes more with it. */
function troubleOf(place: string, required: boolean): Trouble {
  const drawn = numberOf(place, required ? 37 : 23);
  if (drawn === 1) return 'null';
  if (drawn === 2) return 'error';
  return drawn === 3 ? 'refusal' : 'none';
}

/** Makes some fields of some rows null (a fault where the schema says that they never are) or throw. */
export function makeTroubles(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type === schema.getQueryType() || type === schema.getMutationType()) continue;
    for (const field of Object.values(type.getFields())) {
      if (spared.has(field.name)) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (row, args, context, info) => {
        switch (troubleOf(`${row.id ?? row.isbn ?? row.title}.${field.name}`, isNonNullType(field.type))) {
          case 'null':
            return null;
          case 'error':
            throw new Error(`${field.name} has failed at ${process.cwd()}`);
          case 'refusal':
            throw new GraphQLError('Not for you.', { extensions: { code: 'FORBIDDEN' } });
          case 'none':
            return resolve(row, args, context, info);
        }
      };
    }
  }
  return schema;
}
