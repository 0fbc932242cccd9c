/**
 * The one function of @apollo/gateway that it doesn't export and that our answers must agree with to the letter: how a
 * client's answer is cut out of what subgraphs sent when something in it doesn't fit. Nothing else may be imported from its
 * `dist`; test/execute/gateway-internals.test.ts fails when it changes.
 */
export { computeResponse } from '@apollo/gateway/dist/resultShaping.js';
