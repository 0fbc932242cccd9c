import { useState } from 'react';
import { keepSession, type Session } from '../../session/session.ts';

/** As each way of signing in is answered. */
type Answer<Code> = {
  readonly session: Session | null;
  readonly userErrors: readonly {
    readonly field: readonly string[] | null;
    readonly code: Code;
    readonly retryAfterSeconds?: number | null;
  }[];
};

type State<Code> = { readonly busy: boolean; readonly refusals: Answer<Code>['userErrors']; readonly error?: unknown };

/** Asks for a session and keeps it, or tells why there is none. */
export function useBeginSession<Input, Code>(ask: (input: Input) => Promise<Answer<Code>>) {
  const [state, setState] = useState<State<Code>>({ busy: false, refusals: [] });
  const begin = async (input: Input): Promise<void> => {
    setState({ busy: true, refusals: [] });
    try {
      const { session, userErrors } = await ask(input);
      setState({ busy: false, refusals: userErrors });
      if (session) keepSession(session);
    } catch (error) {
      setState({ busy: false, refusals: [], error });
    }
  };
  return { ...state, begin };
}
