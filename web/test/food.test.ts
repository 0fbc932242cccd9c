import { expect, test } from 'vitest';
import { expectNoAxeViolations, layoutShift, openPage, signInAs } from './browser.ts';

test('지민 orders, watches it live while 하늘 delivers it, and is told that it can not be cancelled any more', async () => {
  const page = await openPage('/food', { language: 'ko', width: 1280 });
  await page.getByRole('searchbox').fill('전주비빔');
  await page.getByRole('button', { name: '전주비빔밥 담기' }).click();
  await page.getByRole('button', { name: '전주비빔밥 하나 더' }).first().click();
  await expectNoAxeViolations(page);

  // Who orders signs in on the way, and comes back to a full cart.
  await page.getByRole('link', { name: '로그인' }).last().click();
  await page.getByRole('button', { name: '지민' }).click();
  await page.getByLabel('결제 수단').waitFor();
  await expectNoAxeViolations(page);
  expect(await layoutShift(page)).toBeLessThan(0.1);
  await page.getByLabel('배달 주소').fill('서울 종로구 사직로 161');
  await page.getByRole('button', { name: '주문하기' }).click();

  const step = (label: string) => page.getByRole('listitem').filter({ hasText: label });
  await step('배달원').getByText('찾고 있어요').waitFor();
  await expectNoAxeViolations(page);

  const courier = await openPage('/food/deliveries', { language: 'ko', width: 390 });
  await courier.getByRole('link', { name: '로그인' }).last().click();
  await courier.getByRole('button', { name: '하늘' }).click();
  const work = courier.getByRole('listitem').filter({ hasText: '사직로 161' });
  await expectNoAxeViolations(courier);
  await work.getByRole('button', { name: '맡기' }).click();
  await step('배달원').getByText('하늘').waitFor();

  await page.getByRole('button', { name: '주문 취소' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('주문을 취소할까요?').waitFor();
  await expectNoAxeViolations(page);
  await work.getByRole('button', { name: '전달했어요' }).click();
  await page.locator('[aria-current="step"]').waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: '주문 취소' }).click();
  await page.getByText('음식이 이미 도착해서 취소할 수 없어요.').waitFor();
});

test('on a phone, in English: a declined card is told as it is, and a cancelled order gets its money back', async () => {
  const page = await openPage('/', { language: 'en', width: 390 });
  await expectNoAxeViolations(page);
  await signInAs(page, '지민');
  await page.getByRole('link', { name: 'Food' }).first().click();
  await page.getByRole('button', { name: /^Add / }).first().click();
  await page.getByRole('button', { name: /^Cart/ }).click();
  const cart = page.getByRole('dialog');
  await cart.getByLabel('Pay with').selectOption({ index: 1 }); // the one that the sandbox declines
  await expectNoAxeViolations(page);
  await cart.getByRole('button', { name: 'Order' }).click();
  await page.getByText('the payment was refused').waitFor();

  await page.getByRole('link', { name: 'Menu' }).click();
  await page.getByRole('button', { name: /^Add / }).first().click();
  await page.getByRole('button', { name: /^Cart/ }).click();
  await cart.getByRole('button', { name: 'Order' }).click();
  await page.getByText('looking for one').waitFor();
  await page.getByRole('button', { name: 'Cancel the order' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the order' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Refund' }).waitFor();
  await page.getByRole('link', { name: 'My orders' }).first().click();
  await page.getByText('Cancelled').nth(1).waitFor();
  await expectNoAxeViolations(page);
});
