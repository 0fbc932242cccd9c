import { subgraphs } from '@moa/contracts';
import { demoMembers, demoPassword } from '@moa/db/demo';
import { createSigner, isRole } from '@moa/identity';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { type Environment, portOf } from './config.ts';
import { signInDocument } from './exploration.ts';
import { openIdentities } from './identities.ts';
import { Refusal } from './refusal.ts';

type Wanted = { readonly email: string | undefined; readonly subgraph: string | undefined };

/**
 * A headers line for exploring as a demo member, `{"authorization":"Bearer …"}`: the member's own token for the router
 * that runs here, or what that router would say of the member to one subgraph, good for an hour.
 * @throws Refusal
 */
export async function headersFor({ email, subgraph }: Wanted, env: Readonly<Environment>): Promise<string> {
  if (!email) throw new Refusal(`Whose? Give an e-mail: ${demoMembers.map((member) => member.email).join(', ')}.`);
  if (subgraph !== undefined && !isSubgraph(subgraph))
    throw new Refusal(`There is no subgraph ${subgraph}, but ${subgraphs.join(', ')}.`);
  const accessToken = await signIn(email, env);
  const token = subgraph === undefined ? accessToken : await viewerToken(accessToken, subgraph, env);
  return JSON.stringify({ authorization: `Bearer ${token}` });
}

const isSubgraph = (name: string): boolean => subgraphs.some((subgraph) => subgraph === name);

const answer = z.object({
  data: z
    .object({
      signIn: z.object({
        session: z.object({ accessToken: z.string() }).nullable(),
        userErrors: z.array(z.object({ message: z.string() })),
      }),
    })
    .nullish(),
  errors: z.array(z.object({ message: z.string() })).default([]),
});

async function signIn(email: string, env: Readonly<Environment>): Promise<string> {
  const url = `http://127.0.0.1:${portOf('router', env)}/graphql`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: signInDocument, variables: { input: { email, password: demoPassword } } }),
  }).catch((cause: unknown) => {
    throw new Refusal(`There is no router at ${url}. Start one with npm start; PORT says where it is.`, { cause });
  });
  const { data, errors } = answer.parse(await response.json());
  if (data?.signIn.session) return data.signIn.session.accessToken;
  const reasons = [...errors, ...(data?.signIn.userErrors ?? [])].map(({ message }) => message);
  throw new Refusal(`${email} could not sign in with the demo password: ${reasons.join(' ')}`);
}

/** For people at work; between router and subgraphs a token lives for a minute. */
const lifeSeconds = 3_600;

async function viewerToken(accessToken: string, subgraph: string, env: Readonly<Environment>): Promise<string> {
  const { sub = '', roles } = decodeJwt(accessToken); // it comes from our own router
  const { keyOf } = await openIdentities(env);
  const signer = createSigner(keyOf('router'), Date.now, lifeSeconds);
  return signer.sign(
    { kind: 'member', memberId: sub, roles: Array.isArray(roles) ? roles.filter(isRole) : [] },
    subgraph,
  );
}
