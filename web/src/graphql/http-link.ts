import { ApolloLink } from '@apollo/client';
import { print } from 'graphql';
import { Observable } from 'rxjs';
import { accessToken } from '../session/access-token.ts';
import { postOperation } from './post.ts';

/** Queries and mutations, as whoever is signed in. A token that is refused is renewed once, quietly. */
export const httpLink = new ApolloLink(
  (operation) =>
    new Observable((observer) => {
      const aborting = new AbortController();
      const { variables, operationName } = operation;
      const post = (token: string | undefined) =>
        postOperation({ query: print(operation.query), variables, operationName }, { token, signal: aborting.signal });
      const run = async (): Promise<ApolloLink.Result> => {
        const token = await accessToken();
        const result = await post(token);
        if (token === undefined || !isUnauthenticated(result)) return result;
        return post(await accessToken(token));
      };
      run().then(
        (result) => {
          observer.next(result);
          observer.complete();
        },
        (error) => {
          if (!aborting.signal.aborted) observer.error(error);
        },
      );
      return () => aborting.abort();
    }),
);

/** Nothing of the operation was run then, so a mutation may be sent again. */
const isUnauthenticated = ({ data, errors }: ApolloLink.Result): boolean =>
  !data && errors?.[0]?.extensions?.code === 'UNAUTHENTICATED';
