import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type AttractionKind, kindOf } from './attraction-kind.ts';
import type { Spot } from './distance.ts';

export type Attraction = Spot & {
  readonly id: string;
  readonly name: string;
  readonly kind: AttractionKind;
  /** The province or metropolitan city by its present name, as in 강원특별자치도. */
  readonly region: string;
  readonly address: string;
  /** What the address lies in below the region, as in 강릉시 and 주문진읍. */
  readonly districts: readonly string[];
};

const row = z.object({
  id: z.string().min(1),
  name_ko: z.string().min(1),
  region: z.string().min(1),
  address: z.string().min(1),
  lat: z.coerce.number().min(33).max(39),
  lng: z.coerce.number().min(124).max(132),
});

/** Reads the published attractions. @throws when the file is not what its README says */
export function readAttractions(): readonly Attraction[] {
  const text = readFileSync(new URL('../../data/tourist_attractions.csv', import.meta.url), 'utf8');
  const records: unknown[] = parse(text, { columns: true });
  return records.map((record) => {
    const { id, name_ko: name, region, address, lat, lng } = row.parse(record);
    const districts = districtsOf(address);
    return { id, name, kind: kindOf(name), region, address, districts, latitude: lat, longitude: lng };
  });
}

function districtsOf(address: string): readonly string[] {
  // Some rows are written without spaces, and their roads end in a number like no district.
  const spaced = address.includes(' ') ? address : address.replace(/^(..도)(..군)(..읍)/, '$1 $2 $3 ');
  const words = spaced.split(/[\s(),]+/);
  return words.filter((word) => /^[가-힣]+\d?[가-힣]*[시군구읍면동리]$/.test(word) && !/특별시$|광역시$/.test(word));
}
