/** By how many milliseconds work was late since the last reading, on average. */
export interface Delay {
  read(): number;
  close(): void;
}
