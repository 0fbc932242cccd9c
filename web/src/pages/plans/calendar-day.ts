const inSeoul = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }); // 2026-01-31

/** The day that it will be in Seoul so many days from now, as the graph writes days. */
export const dayFromToday = (days: number): string => inSeoul.format(Date.now() + days * 86_400_000);

/** A day of the calendar is the same day wherever it is read, so it begins where the reader is. */
export const beginOf = (day: string): string => `${day}T00:00`;
