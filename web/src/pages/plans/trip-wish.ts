/** What a form says of a trip; null where it says nothing. */
export type TripWish = {
  readonly location: string | null;
  readonly travelDate: string | null;
  readonly returnDate: string | null;
  readonly groupSize: number | null;
  /** In won, for all. */
  readonly budget: number | null;
  readonly details: string | null;
};

export const textIn = (fields: FormData, name: string): string | null => {
  const value = fields.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

const numberIn = (fields: FormData, name: string): number | null => {
  const text = textIn(fields, name);
  return text === null ? null : Number(text);
};

export const wishIn = (fields: FormData): TripWish => ({
  location: textIn(fields, 'location'),
  travelDate: textIn(fields, 'travelDate'),
  returnDate: textIn(fields, 'returnDate'),
  groupSize: numberIn(fields, 'groupSize'),
  budget: numberIn(fields, 'budget'),
  details: textIn(fields, 'details'),
});
