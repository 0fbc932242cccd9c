import type { Operation } from '@apollo/federation-internals';
import type { Variables } from '../../plan/operation.ts';
import type { Entity } from '../run.ts';
import { conditionVariables, passesUnder } from './conditions.ts';
import { anomaly, type Write, writeObject } from './write.ts';

/** JSON of the client's answer, or nothing where the data needs the gateway's own code. */
export type Shaper = (data: Entity, variables: Variables) => string | undefined;

/** Different answers of `@skip` and `@include` to be kept for one operation; who goes through more waits a little longer. */
const variantsKept = 32;

/** Writes answers of one operation. For each way in which its conditions can fall there is a writer of its own. */
export function createShaper(operation: Operation, renames: ReadonlyMap<string, string> | undefined): Shaper {
  const schema = operation.schema();
  const type = schema.schemaDefinition.rootType(operation.rootKind);
  if (!type) throw new Error(`The schema has no ${operation.rootKind}.`); // a valid document asks for none then
  const names = conditionVariables(operation);
  const defaults: Variables = operation.collectDefaultedVariableValues();
  const variants = new Map<string, Write>();

  return (data, variables) => {
    const values = new Map<string, boolean>();
    let variant = '';
    for (const name of names) {
      const value = Object.hasOwn(variables, name) ? variables[name] : defaults[name];
      if (typeof value !== 'boolean') return undefined;
      values.set(name, value);
      variant += value ? '1' : '0';
    }
    let write = variants.get(variant);
    if (!write) {
      if (variants.size >= variantsKept) return undefined;
      const layers = [{ type, selections: operation.selectionSet }];
      write = writeObject(layers, { schema, passes: passesUnder(values), renames });
      variants.set(variant, write);
    }
    try {
      // A subgraph may call its root types as it likes.
      if (data.__typename !== undefined && data.__typename !== type.name) return undefined;
      return write(data);
    } catch (thrown) {
      if (thrown === anomaly) return undefined;
      throw thrown;
    }
  };
}
