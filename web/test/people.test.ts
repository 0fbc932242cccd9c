import { expect, test } from 'vitest';
import { expectNoAxeViolations, openPage, signInAs } from './browser.ts';
import { hold } from './hold.ts';

test('하늘 sees what those she follows share, follows one more at once, and finds him in her news', async () => {
  const page = await openPage('/people', { language: 'ko', width: 1280 });
  await signInAs(page, '하늘');
  await page.goto('/app/people');
  await page.getByRole('region', { name: '지민' }).getByRole('heading', { name: '강릉 바다와 커피' }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('link', { name: '둘러보기' }).click();
  const follow = page.getByRole('button', { name: '도윤 팔로우' });
  await follow.waitFor();
  await expectNoAxeViolations(page);
  const release = await hold(page);
  await follow.click();
  await page.getByRole('button', { name: '도윤 팔로우', pressed: true }).waitFor(); // before the graph has answered
  await release();
  await page.getByRole('main').getByRole('link', { name: '도윤' }).click();
  await page.getByRole('heading', { name: '경주 천년의 길' }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('link', { name: /^팔로워/ }).click();
  await page.getByRole('main').getByRole('link', { name: '하늘' }).waitFor();
  await page.getByRole('link', { name: '새 소식' }).click();
  await page.getByRole('region', { name: '도윤' }).getByRole('button', { name: '도윤 팔로우' }).click();
  await page.getByRole('button', { name: '도윤 팔로우', pressed: false }).waitFor();
});

test('on a phone, in English: whom one no longer follows is out of the news', async () => {
  const page = await openPage('/people', { language: 'en', width: 390 });
  await page.getByRole('link', { name: 'Sign in' }).last().click();
  await page.getByRole('button', { name: '보라' }).click();
  const news = page.getByRole('region', { name: '지민' });
  await news.getByRole('button', { name: 'Follow 지민', pressed: true }).click();
  await news.getByRole('button', { name: 'Follow 지민', pressed: false }).waitFor();
  await expectNoAxeViolations(page);
  await page.reload();
  await page.getByText('You follow nobody yet').waitFor();
  await page.getByRole('link', { name: 'Discover people' }).click();
  await page.getByRole('button', { name: 'Follow 지민' }).click();
  await page.getByRole('link', { name: 'News' }).click();
  await news.waitFor();
  expect(await page.getByRole('region').count()).toBeGreaterThan(0);
});
