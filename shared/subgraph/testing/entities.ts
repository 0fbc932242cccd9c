/** What the router sends to ask for fields of entities, by their ids. */
export const entitiesQuery = (type: string, fields: string): string =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields} } } }`;

export const representations = (type: string, ids: readonly string[]) => ({
  r: ids.map((id) => ({ __typename: type, id })),
});
