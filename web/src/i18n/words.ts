import { type Language, useLanguage } from './language.ts';

type Words = { readonly [key: string]: string | ((...values: never[]) => string) | Words };

/** The same keys, each with the same kind of value: a word that one language lacks is a type error. */
type Alike<Model> = {
  readonly [Key in keyof Model]: Model[Key] extends string
    ? string
    : Model[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Alike<Model[Key]>;
};

export type Dictionary<Model> = Readonly<Record<Language, Alike<Model>>>;

/** Words of one page or part, in both languages. They lie beside what says them, so that they are loaded with it. */
export const defineWords = <const Korean extends Words>(ko: Korean, en: Alike<Korean>): Dictionary<Korean> => ({
  ko: ko as unknown as Alike<Korean>, // a text is a string, which the compiler can't see through the mapped type
  en,
});

export const useWords = <Model>(dictionary: Dictionary<Model>): Alike<Model> => dictionary[useLanguage()];
