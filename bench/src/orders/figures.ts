/** 1,000,000 */
export const count = (value: number): string => value.toLocaleString('en');

/** 2.47, or 12.5 where hundredths say nothing. */
export const milliseconds = (value: number): string => value.toFixed(value < 10 ? 2 : 1);

/** 1.04 */
export const multiple = (value: number): string => value.toFixed(2);
