/** An amount of money as people read it: 14,800원. */
export const won = (amount: number): string => `${amount.toLocaleString('ko-KR')}원`;
