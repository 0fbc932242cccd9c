/** A gateway that can be measured. */
export type Target = {
  readonly name: string;
  /** What readers of the report see. */
  readonly title: string;
  /** The packages that it is made of, with their versions; nothing for what is in this repository. */
  readonly versions: () => readonly string[];
  /** Arguments for Node that start it. */
  readonly args: (supergraphFile: string, port: number) => readonly string[];
  readonly env?: (supergraphFile: string) => NodeJS.ProcessEnv;
};
