import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** One line of a file: what stands under each name of the header, and where that is, for whoever has to mend it. */
export type Row = {
  /** @throws when there is no such column, or nothing in it */
  text(column: string): string;
  /** @throws when it is not a number from `from` to `to` */
  number(column: string, from: number, to: number): number;
  /** @throws always, with the place of the row */
  fault(what: string): never;
};

/** Reads a file of data/. @throws when it is no CSV, or a line has more or fewer fields than the header */
export function readRows(file: string): readonly Row[] {
  const csv = readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8');
  const [header = [], ...lines]: string[][] = parse(csv, { bom: true });
  return lines.map((fields, index) => rowOf(`data/${file}, row ${index + 2}`, header, fields));
}

function rowOf(place: string, header: readonly string[], fields: readonly string[]): Row {
  const fault = (what: string): never => {
    throw new Error(`${place}: ${what}`);
  };
  const text = (column: string): string => fields[header.indexOf(column)] || fault(`${column} is missing.`);
  return {
    fault,
    text,
    number(column, from, to) {
      const number = Number(text(column));
      return number >= from && number <= to ? number : fault(`${column} is not from ${from} to ${to}.`);
    },
  };
}
