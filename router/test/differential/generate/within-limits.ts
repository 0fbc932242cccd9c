import { type DocumentNode, type GraphQLSchema, Lexer, print, Source, TokenKind, validate } from 'graphql';
import { limits } from '../../../src/limits.ts';
import { validationRules } from '../../../src/validation.ts';

/** Whether our router takes a document of this size; the plain gateway takes any. What it may cost is known with variables only. */
export const isWithinLimits = (schema: GraphQLSchema, document: DocumentNode): boolean =>
  validate(schema, document, validationRules).length === 0 && tokensOf(print(document)) <= limits.tokens;

function tokensOf(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}
