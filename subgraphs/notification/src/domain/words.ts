/** A notification in some language. */
export type Words = { readonly title: string; readonly text: string };

/** What people are called in the moment of reading; empty where that is not known, or they have left Moa. */
export type Names = { readonly recipientName: string; readonly aboutName: string };

export const words = (title: string, text: string): Words => ({ title, text });

const grouped = new Intl.NumberFormat('en-US');

/** 14200 → `14,200`, as both languages write it. */
export const figure = (amount: number): string => grouped.format(amount);
