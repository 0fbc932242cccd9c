export { toMermaid } from './mermaid.ts';
export { defineSaga, type Saga, type SagaTable, type Step } from './saga.ts';
