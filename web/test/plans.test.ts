import { expect, test } from 'vitest';
import { expectNoAxeViolations, layoutShift, openPage, signInAs } from './browser.ts';
import { hold } from './hold.ts';

test('지민 gives a heart, has a trip recommended, sees it arrive and on the map, and shares it with a friend', async () => {
  const page = await openPage('/plans', { language: 'ko', width: 1280 });
  await page.getByRole('heading', { name: '경주 천년의 길' }).waitFor();
  await expectNoAxeViolations(page);
  expect(await layoutShift(page)).toBeLessThan(0.1);

  // A visitor who wants to give a heart signs in on the way.
  await page.getByRole('link', { name: /경주 천년의 길 찜하기/ }).click();
  await page.getByRole('button', { name: '지민' }).click();
  const heart = page.getByRole('button', { name: /경주 천년의 길 찜하기/ });
  await heart.waitFor();
  const release = await hold(page);
  await heart.click();
  await page.getByRole('button', { name: /찜 1\. 경주 천년의 길/, pressed: true }).waitFor(); // before the graph has answered
  await release();
  await page.getByRole('link', { name: '찜', exact: true }).click();
  await page.getByRole('heading', { name: '경주 천년의 길' }).waitFor();
  await page.getByRole('button', { name: /경주 천년의 길 찜하기/, pressed: true }).click();
  await page.getByRole('button', { name: /찜 0\. 경주 천년의 길/, pressed: false }).waitFor();

  await page.getByRole('link', { name: '추천받기', exact: true }).click();
  await page.getByText(/남은 토큰 \d+개/).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: '추천받기 · 토큰 1개' }).click();
  await page.getByRole('heading', { name: '여행이 도착했어요' }).waitFor();
  await page.getByRole('link', { name: '이 여행 열기' }).click();
  await page.getByRole('application', { name: /지도/ }).waitFor();
  await page.getByRole('button', { name: '2일차' }).click();
  await page.getByRole('heading', { name: /^1일차/ }).waitFor({ state: 'detached' });
  await page.getByText('가까운 역').first().waitFor();
  await page.getByRole('button', { name: '보드에 올리기' }).click();
  const link = await page.getByLabel('링크').inputValue();
  await expectNoAxeViolations(page);

  const friend = await openPage('/', { language: 'en', width: 390 });
  await signInAs(friend, '하늘');
  await friend.goto(link);
  const theirs = friend.getByRole('button', { name: /Give .* my heart/ });
  await theirs.waitFor();
  await expectNoAxeViolations(friend);
  await page.getByRole('button', { name: '보드에서 내리기' }).click();
  await page.getByRole('button', { name: '보드에 올리기' }).waitFor();
  await theirs.click();
  await friend.getByText('This trip was deleted, or is not shared any more.').waitFor();
  expect(await theirs.getAttribute('aria-pressed')).toBe('false');
});

test('on a phone, in English: a trip is written and changed, and a purchase of tokens is told as it is', async () => {
  const page = await openPage('/plans/new', { language: 'en', width: 390 });
  await page.getByRole('link', { name: 'Sign in' }).last().click();
  await page.getByRole('button', { name: '지민' }).click();
  await page.getByLabel('Where').fill('속초');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'A trip to 속초' }).waitFor();
  await page.getByRole('link', { name: 'Change' }).click();
  await page.getByLabel('Last day').fill('2027-05-05');
  await page.getByRole('button', { name: 'Save the changes' }).click();
  await page.getByText('Choose the first day, too.').waitFor();
  await page.getByLabel('First day').fill('2027-05-04');
  await page.getByLabel('Title').fill('속초의 봄');
  await page.getByRole('button', { name: 'Save the changes' }).click();
  await page.getByRole('heading', { name: '속초의 봄' }).waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('link', { name: 'Write a trip down' }).waitFor();
  expect(await page.getByText('속초의 봄').count()).toBe(0);

  await page.getByRole('link', { name: 'Tokens' }).click();
  await page.getByLabel('How many').fill('2');
  await page.getByLabel('Pay with').selectOption({ index: 1 }); // the one that the sandbox declines
  await page.getByRole('button', { name: 'Pay ₩1,000' }).click();
  await page.getByText('Nothing was charged, and no tokens came.').waitFor();
  await expectNoAxeViolations(page);
  await page.getByLabel('Pay with').selectOption({ index: 0 });
  await page.getByRole('button', { name: 'Pay ₩1,000' }).click();
  await page.getByText('The 2 tokens are yours.').waitFor();
  await page.getByText('+2').first().waitFor();
});
