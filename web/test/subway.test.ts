import { expect, test } from 'vitest';
import { expectNoAxeViolations, layoutShift, openPage } from './browser.ts';

test('지민 finds a way by typing, compares three, keeps it and forgets it again', async () => {
  const page = await openPage('/subway', { language: 'ko', width: 1280 });
  await expectNoAxeViolations(page);
  await page.getByRole('combobox', { name: '출발역' }).fill('ㄱㄴㄱㅊ');
  await page.getByRole('option', { name: '강남구청' }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('combobox', { name: '출발역' }).press('Enter');
  await page.getByRole('combobox', { name: '도착역' }).fill('홍대');
  await page.getByRole('option', { name: '홍대입구' }).click();

  const way = page.getByRole('list', { name: '가는 길' });
  await page.getByText('최소 환승').click();
  expect(new URL(page.url()).searchParams.get('by')).toBe('TRANSFERS');
  const changes = await way.getByText('갈아타기').count();
  await page
    .getByText(changes === 0 ? '환승 없음' : `환승 ${changes}회`)
    .first()
    .waitFor();
  await page.getByRole('row', { name: /^일반/ }).getByText('원').first().waitFor();
  expect(await layoutShift(page)).toBeLessThan(0.1);
  await expectNoAxeViolations(page);

  // Who signs in on the way comes back to it.
  const favorites = page.getByRole('region', { name: '즐겨찾기' });
  await favorites.getByRole('link', { name: '로그인' }).click();
  await page.getByRole('button', { name: '지민' }).click();
  await page.getByRole('button', { name: '즐겨찾기에 넣기' }).click();
  await favorites.getByRole('button', { name: '강남구청 → 홍대입구' }).waitFor();
  await expectNoAxeViolations(page);
  await page.reload();
  await favorites.getByRole('button', { name: '강남구청에서 홍대입구까지' }).click();
  await favorites.getByText('아직 즐겨찾기가 없어요').waitFor();
  await page.getByRole('button', { name: '즐겨찾기에 넣기' }).waitFor();
});

test('on a phone, in English: a way that somebody sent, turned around, and one to where it begins', async () => {
  const page = await openPage('/subway?from=123&to=507', { language: 'en', width: 390 });
  const way = page.getByRole('list', { name: 'Your way' });
  await way.getByText('Gangnam', { exact: true }).waitFor();
  await page.getByText('stops').first().click(); // those between
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Swap from and to' }).click();
  await way.getByRole('listitem').last().getByText('Gangnam', { exact: true }).waitFor();
  await page.getByRole('combobox', { name: 'From' }).fill('gangnam');
  await page.getByRole('option', { name: 'Gangnam Line 2' }).click();
  await page.getByText('Both are the same station.').waitFor();
  await page.getByRole('combobox', { name: 'From' }).fill('no such place');
  await page.getByText('No such station').waitFor();
  await expectNoAxeViolations(page);
});
