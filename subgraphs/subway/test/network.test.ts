import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { isCircular, stopsOf } from '../src/domain/line.ts';
import { typicalTransfer } from '../src/domain/transfers.ts';
import { expectSound } from './line-invariants.ts';
import { idOf, lineOf, nameOf, seoul } from './seoul.ts';

const lines = [...seoul.lines.values()];
const branches = lines.flatMap((line) =>
  line.branches.map((branch) => ({ ...branch, label: `${line.id} ${branch.name}` })),
);
const sections = branches.flatMap((branch) => branch.sections);
const from = (wanted: string) => sections.filter(({ source }) => source === wanted).length;

test('W1: the network has 23 lines, 649 stations, 765 sections and 99 transfers', () => {
  expect([seoul.lines.size, seoul.stations.size, sections.length, seoul.transfers.length]).toEqual([23, 649, 765, 99]);
  expect([from('SEOUL_METRO'), from('KORAIL'), from('ESTIMATED'), from('ADMIN')]).toEqual([270, 106, 389, 0]);
});

test('W1: every line is sound, and costs nothing on top', () => {
  for (const line of lines) expectSound(line);
  expect(lines.filter(({ surcharge }) => surcharge !== 0)).toEqual([]);
});

test('W1: trains call at every station, of just the lines that its row names', () => {
  const rows: Record<string, string>[] = parse(readFileSync(new URL('../data/stations.csv', import.meta.url)), {
    columns: true,
  });
  const named = rows.flatMap(({ station_id, lines: ids = '' }) => ids.split('|').map((id) => `${station_id} on ${id}`));
  const called = lines.flatMap((line) => stopsOf(line).map((stop) => `${stop} on ${line.id}`));
  expect(called.toSorted()).toEqual(named.toSorted());
});

test('W1: line 2 and the Eungam loop are circles, and only the loop is one-way', () => {
  expect(branches.filter(isCircular).map(({ label }) => label)).toEqual(['2 MAIN', '6 LOOP']);
  expect(branches.filter(({ isOneWay }) => isOneWay).map(({ label }) => label)).toEqual(['6 LOOP']);
  const [, loop] = lineOf('6').branches;
  expect(loop?.stops.map(nameOf)).toEqual(['응암', '역촌', '불광', '독바위', '연신내', '구산', '응암']);
});

test('W1: transfers are between two lines that call there, each pair once', () => {
  const pairs = seoul.transfers.map(({ stationId, lineIds }) => `${stationId} ${lineIds.toSorted()}`);
  expect(new Set(pairs).size).toBe(pairs.length);
  for (const { stationId, lineIds } of seoul.transfers) {
    expect(lineIds[0]).not.toBe(lineIds[1]);
    for (const id of lineIds) expect(stopsOf(lineOf(id))).toContain(stationId);
  }
});

test('W1: former names in the table of transfers are those of lines that call there', () => {
  const at = (name: string) => seoul.transfers.filter(({ stationId }) => stationId === idOf(name));
  expect(at('수서')).toEqual([{ stationId: idOf('수서'), lineIds: ['3', 'SB'], walkMeters: 92, walkSeconds: 77 }]);
  expect(at('석계')).toEqual([{ stationId: idOf('석계'), lineIds: ['1', '6'], walkMeters: 125, walkSeconds: 104 }]);
});

test('W1: what is not published is taken to be as long as the median of what is', () => {
  const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
  expect(median(seoul.transfers.map(({ walkMeters }) => walkMeters))).toBe(typicalTransfer.walkMeters);
  expect(median(seoul.transfers.map(({ walkSeconds }) => walkSeconds))).toBe(typicalTransfer.walkSeconds);
});
