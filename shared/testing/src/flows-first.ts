import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Vitest sequencer: the flows through the whole system take minutes, so they begin first and nothing waits for them at the end. */
export default class FlowsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((a, b) => turnOf(a) - turnOf(b));
  }
}

const turns = [/\/e2e\/test\/faults\.test\.ts$/, /\/e2e\/test\//, /\/bench\/test\//];

function turnOf({ moduleId }: TestSpecification): number {
  const turn = turns.findIndex((path) => path.test(moduleId));
  return turn === -1 ? turns.length : turn;
}
