import type { Refusal } from '@moa/subgraph';

/** Every reason to refuse, in words for the people who read it. */
export const markNotificationsReadRefusals = {
  TOO_MANY_IDS:
    '한 번에 100개까지 읽음으로 표시할 수 있습니다. 나누어 보내거나 `all`을 쓰세요. At most 100 ids at a time: send them in parts, or use `all`.',
} as const;
export type MarkNotificationsReadRefusal = Refusal<keyof typeof markNotificationsReadRefusals>;
