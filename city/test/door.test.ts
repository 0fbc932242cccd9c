import { expect, test, vi } from 'vitest';
import { createDoor } from '../src/door.ts';

test('people come in one after the other', async () => {
  const door = createDoor(2, new AbortController().signal);
  let inside = 0;
  let entered = 0;
  const visit = () =>
    door(async () => {
      inside += 1;
      entered += 1;
      expect(inside).toBe(1);
      await Promise.resolve();
      inside -= 1;
    });
  await Promise.all([visit(), visit()]);
  expect(entered).toBe(2); // the third has to wait, see below
});

test('a failure of one keeps nobody out', async () => {
  const door = createDoor(10, new AbortController().signal);
  await expect(door(() => Promise.reject(new Error('stumbled')))).rejects.toThrow('stumbled');
  expect(await door(async () => 'in')).toBe('in');
});

test('who is too many for this minute waits, and leaves when it closes', async () => {
  const closing = new AbortController();
  const door = createDoor(1, closing.signal);
  await door(async () => {});
  const enter = vi.fn(async () => {});
  const waiting = door(enter);
  closing.abort();
  await expect(waiting).rejects.toThrow('aborted');
  expect(enter).not.toHaveBeenCalled();
});
