import type { Form } from '../form.ts';

type Given = Omit<Form, 'part' | 'databases'> & {
  readonly databases: () => Readonly<Record<string, string>>;
};

/** A form with what follows from its pieces. */
export const formOf = ({ databases, ...given }: Given): Form => ({
  ...given,
  get databases() {
    return databases();
  },
  part(name) {
    const part = given.parts.find((candidate) => candidate.name === name);
    if (!part)
      throw new Error(`${given.name} has no part ${name}, only ${given.parts.map((known) => known.name).join(', ')}.`);
    return part;
  },
});
