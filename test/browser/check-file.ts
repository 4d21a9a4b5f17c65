import type { Page } from 'playwright-core';
import { press } from './city-page.ts';

const header =
  'Organisation,Sector,Offers,Half-days,Workshops in a half-day,Pupils in a workshop,Year groups,May be named,Agreed to safeguarding,Name,Email address,Budget';
const rows = [
  'Fictional Foundry,Science,rotation,2025-03-10-am,2,30,Year 4; Year 5,yes,yes,F. Foundry,foundry@works.example,7',
  'Fictional Forge,Magic,rotation,2025-03-10-am,2,thirty,Year 4,yes,yes,F. Forge,forge@works.example,7',
];

const registerRows = [
  'URN,LA (code),LA (name),EstablishmentName,EstablishmentStatus (name)',
  '900099,999,Larkford (fictional),New Lane Primary School (fictional),Open',
  '12,999,Larkford (fictional),Wrong Lane Primary School (fictional),Open',
];

/** Chooses a file of the register with a new school and a mistake, and looks at what it would change. */
export async function checkRegisterFile(page: Page): Promise<void> {
  const buffer = Buffer.from(registerRows.join('\n'));
  await page.locator('[type="file"]').setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer });
  await press('Check the file', 'h2:has-text("To mend")')(page);
}

/** Chooses a file of two organisations, one of them with mistakes, and looks at what it would add. */
export async function checkFile(page: Page): Promise<void> {
  const buffer = Buffer.from([header, ...rows].join('\n'));
  await page.locator('[type="file"]').setInputFiles({ name: 'organisations.csv', mimeType: 'text/csv', buffer });
  await press('Check the file', 'h2:has-text("To mend")')(page);
}

const figureRows = [
  'Measure,Year,LA (code),Area,Value,MissingMarker',
  'KS2_RWM_expected_pct,2023,999,Larkford,56,',
  'KS2_RWM_expected_pct,2024,999,Larkford,104,',
];

/** Chooses a file of the city's figures with a mistake in it, and looks at what there is to mend. */
export async function checkFiguresFile(page: Page): Promise<void> {
  const buffer = Buffer.from(figureRows.join('\n'));
  await page.locator('[type="file"]').setInputFiles({ name: 'figures.csv', mimeType: 'text/csv', buffer });
  await page.getByLabel('Source', { exact: true }).fill('Fictional Office');
  await press('Check the file', 'h2:has-text("To mend")')(page);
}
