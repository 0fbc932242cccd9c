/** A server that Moa stands on and that a run may break. */
export type Server = {
  /** `kill -9`. Resolves once it is gone. */
  kill(): Promise<void>;
  /** Ends it where it still runs, `immediate` as a power cut would, and starts it again on the same data and port. */
  restart(mode?: 'immediate'): Promise<void>;
  /** It keeps its connections and answers nothing. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
};
