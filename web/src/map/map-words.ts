import { defineWords } from '../i18n/words.ts';

export const mapWords = defineWords(
  {
    keys: '화살표로 움직이고 +와 -로 확대·축소해요.',
    pickKeys: '화살표로 움직이고 +와 -로 확대·축소하며, Enter로 가운데를 골라요.',
    closer: '확대',
    farther: '축소',
  },
  {
    keys: 'Arrow keys move it, + and - zoom.',
    pickKeys: 'Arrow keys move it, + and - zoom, Enter picks the middle.',
    closer: 'Closer',
    farther: 'Farther',
  },
);
