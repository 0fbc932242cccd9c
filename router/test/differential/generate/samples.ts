/** Values for scalars by the scalar's name; one that is missing takes any. The first is what small counterexamples show. */
export type Samples = Readonly<Record<string, readonly unknown[]>>;

export const commonSamples: Samples = {
  Int: [1, 0, 2, 3, 2147483647, -1, -2147483648],
  Float: [1, 0, 0.1, -2.5, 3, 1e21, 1e-7, 123456789.125],
  String: ['a', '', 'two words', 'a "quoted" \\ word', 'line\nbreak', '서울', '\u2028', '$v0', '{ x }'],
  Boolean: [true, false],
  ID: ['1', 2, ''],
};

export const anything: readonly unknown[] = [
  'a',
  0,
  true,
  1.5,
  [],
  {},
  ['b', [null, 2]],
  { a: { b: [1, 'c', false] }, constructor: 'd' },
];

/** Response names that have tripped programs which take an object for a map, or a result for a promise. */
export const trickyNames = [
  'a',
  'b',
  'c',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
];
