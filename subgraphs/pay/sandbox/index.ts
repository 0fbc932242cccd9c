export { migrateSandbox } from './migrate.ts';
export { type OpenSandbox, openSandbox, type SandboxOptions } from './open.ts';
