const product = 'inStock name price shippingEstimate upc weight';
const reviewedProduct = `${product} reviews { id body author { id username name reviews { id body product { ${product} } } } }`;

/** Of the benchmark graph: sixteen fetches as plain @apollo/gateway plans it, two, and one. */
export const queries: ReadonlyMap<string, string> = new Map([
  [
    'big',
    `query Big { users { id username name reviews { id body product { ${reviewedProduct} } } } topProducts(first: 5) { ${reviewedProduct} } }`,
  ],
  ['small', 'query Small { me { id name reviews { id body } } }'],
  ['one', 'query One { me { id name username } }'],
]);
