const { parse, stringify } = JSON;

/**
 * Built-in functions have no frame of their own in a profile: their time is their caller's. These are called through frames
 * that have, so that what JSON costs can be told.
 */
JSON.parse = (text, reviver) => parse(text, reviver);
// Its two signatures differ only in what the replacer is, which is passed on as it came.
JSON.stringify = ((value: unknown, replacer: undefined, space: undefined) =>
  stringify(value, replacer, space)) as typeof stringify;
