import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectNoAxeViolations, layoutShift, openPage, signInAs } from './browser.ts';

const choose = async (page: Page, field: string, text: string, station: string) => {
  await page.getByRole('combobox', { name: field }).fill(text);
  await page.getByRole('option', { name: station }).first().click();
};

test('도윤 calls a taxi, sees 태산 come on the map, is told that it is too late to cancel, and gets a receipt', async () => {
  const driver = await openPage('/taxi/drive', { language: 'ko', width: 390 });
  await driver.getByRole('link', { name: '로그인' }).last().click();
  await driver.getByRole('button', { name: '태산' }).click();
  await driver.getByLabel('차량 번호').fill('서울 31 바 1234');
  await driver.getByLabel('전화번호').fill('010');
  await driver.getByRole('button', { name: '등록하기' }).click();
  await driver.getByText('전화번호는 숫자 8개에서 15개예요').waitFor();
  await driver.getByLabel('전화번호').fill('010-1234-5678');
  await driver.getByRole('button', { name: '등록하기' }).click();
  await driver.getByRole('button', { name: '근무 시작' }).click();
  await driver.getByText('빈 차', { exact: true }).waitFor();
  await expectNoAxeViolations(driver);

  // Where to is chosen before anybody signs in, and is still there after.
  const page = await openPage('/taxi', { language: 'ko', width: 1280 });
  await choose(page, '출발', 'ㅅㅇㅇ', '서울역');
  await choose(page, '도착', '강남', '강남역');
  await page.getByText('예상 요금').waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('main').getByRole('link', { name: '로그인' }).click();
  await page.getByRole('button', { name: '도윤' }).click();
  await page.getByLabel('결제 수단').waitFor();
  expect(await layoutShift(page)).toBeLessThan(0.1);
  await page.getByRole('button', { name: /^택시 부르기/ }).click();
  await page.getByText('가까운 기사에게 묻고 있어요').waitFor();

  await driver.getByText('서울역 → 강남역').waitFor();
  await driver.getByText(/초 남았어요/).waitFor();
  await expectNoAxeViolations(driver);
  await driver.getByRole('button', { name: '받기' }).click();
  await page.getByText('서울 31 바 1234').waitFor();
  await page.getByText('곧 도착해요').waitFor();
  await expectNoAxeViolations(page);
  await driver.getByRole('application').click({ position: { x: 60, y: 60 } }); // the car is elsewhere, and so it is seen
  await page.getByText(/^약 .* 뒤 도착$/).waitFor();

  await page.getByRole('button', { name: '호출 취소' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('택시를 취소할까요?').waitFor();
  await driver.getByRole('button', { name: '손님이 탔어요' }).click();
  await page.getByText(/^도착지까지/).waitFor();
  await dialog.getByRole('button', { name: '호출 취소' }).click();
  await page.getByText('이미 타고 계셔서 취소할 수 없어요.').waitFor();

  await driver.getByRole('button', { name: '도착했어요' }).click();
  await driver.getByText('운행을 마쳤어요').waitFor();
  const receipt = page.getByRole('region', { name: '영수증' });
  await receipt.getByText('결제됨').waitFor();
  await expectNoAxeViolations(page);
});

test('on a phone, in English: who is declined by all drivers is told so, and may call again', async () => {
  const driver = await openPage('/taxi/drive', { language: 'en', width: 1280 });
  await signInAs(driver, '태산');
  await driver.goto('/app/taxi/drive');
  await driver.getByText('Free', { exact: true }).waitFor();

  const page = await openPage('/', { language: 'en', width: 390 });
  await signInAs(page, '지민');
  await page.getByRole('link', { name: 'Taxi' }).first().click();
  await choose(page, 'From', 'seoul st', 'Seoul Station');
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByText(/^By Seoul’s tariff/).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: /^Call a taxi/ }).click();
  await driver.getByRole('button', { name: 'Decline' }).click();
  await page.getByText('no driver took it').waitFor();
  await page.getByRole('button', { name: /^Call again/ }).waitFor();
  await expectNoAxeViolations(page);
  await page.getByRole('link', { name: 'My rides' }).first().click();
  await page.getByText('No car').first().waitFor();
  await expectNoAxeViolations(page);
  await driver.getByRole('button', { name: 'End the shift' }).click();
  await driver.getByText('Off duty').waitFor();
});
