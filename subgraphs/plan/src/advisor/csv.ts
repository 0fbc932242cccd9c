/**
 * Reads RFC 4180 text into one record per line under the names of its header.
 * @throws with the line's number when a line has more or fewer fields than the header, or a quote stands where none may
 */
export function readCsv(text: string): readonly ReadonlyMap<string, string>[] {
  const [header = [], ...lines] = fieldsOf(text);
  return lines.map((fields, index) => {
    if (fields.length !== header.length)
      throw new Error(`Record ${index + 1} has ${fields.length} fields where the header has ${header.length}.`);
    return new Map(header.map((name, column) => [name, fields[column] ?? '']));
  });
}

/** One field with what ends it: a quoted one may hold commas, line breaks, and quotes written twice. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function fieldsOf(text: string): readonly string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) throw new Error(`Record ${records.length} has a quote where none may stand.`);
    const [, quoted, plain = '', end] = found;
    record.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',' && field.lastIndex < text.length) continue;
    // A comma that ends the text has one more, empty field behind it.
    if (end === ',') record.push('');
    records.push(record);
    record = [];
  }
  return records;
}
