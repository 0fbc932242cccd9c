import type { NotificationView } from './notification.ts';
import { english } from './texts-en.ts';
import { korean } from './texts-ko.ts';
import type { Words } from './words.ts';

/** The words of a notification, in its language. */
export function wordsOf({
  content,
  language,
  ...names
}: Pick<NotificationView, 'content' | 'language' | 'recipientName' | 'aboutName'>): Words {
  switch (language) {
    case 'KO':
      return korean(content, names);
    case 'EN':
      return english(content, names);
  }
}
