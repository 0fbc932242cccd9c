import fc from 'fast-check';

/** What becomes a field, the same field several times, or a fragment around fields, once it meets a schema. Numbers are choices; 0 is the plainest. */
export type Sketch = {
  readonly kind: 'field' | 'twins' | 'fragment';
  readonly pick: number;
  readonly dice: readonly number[];
  readonly below: readonly Sketch[];
};

export type OperationSketch = { readonly dice: readonly number[]; readonly below: readonly Sketch[] };

/** A document and how often it is asked, each time with other values for its variables. */
export type CaseSketch = {
  readonly operations: readonly OperationSketch[];
  readonly asks: readonly (readonly number[])[];
};

const choice = fc.nat(9_999);
const dice = (maxLength: number) => fc.array(choice, { maxLength, size: 'max' });

const { selection } = fc.letrec<{ selection: Sketch }>((again) => ({
  selection: fc.oneof(
    { maxDepth: 8, depthSize: 'small', withCrossShrink: true },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('field'), pick: choice, dice: dice(16), below: fc.constant([]) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('field'),
        pick: choice,
        dice: dice(16),
        below: some(again('selection')),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('twins'),
        pick: choice,
        dice: dice(16),
        below: some(again('selection')),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('fragment'),
        pick: choice,
        dice: dice(8),
        below: some(again('selection')),
      }),
    },
  ),
}));

function some(of: fc.Arbitrary<Sketch>): fc.Arbitrary<Sketch[]> {
  return fc.array(of, { minLength: 1, maxLength: 3, size: 'max' });
}

const operation: fc.Arbitrary<OperationSketch> = fc.record({ dice: dice(4), below: some(selection) });

export const caseSketch: fc.Arbitrary<CaseSketch> = fc.record({
  operations: fc.oneof(
    { withCrossShrink: true },
    { weight: 5, arbitrary: fc.array(operation, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(operation, { minLength: 2, maxLength: 3 }) },
  ),
  asks: fc.array(dice(24), { minLength: 1, maxLength: 3, size: 'max' }),
});
