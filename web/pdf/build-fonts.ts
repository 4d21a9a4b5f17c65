import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

// Run by hand when the letters we print change: `node web/pdf/build-fonts.ts`.

const resolve = createRequire(import.meta.url).resolve;
const files = { regular: '400Regular/NotoSans_400Regular.ttf', bold: '700Bold/NotoSans_700Bold.ttf' } as const;

/** Latin with what Welsh, Polish, Turkish, Vietnamese and Romanian need, Greek, Cyrillic, and the usual signs. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2b0, 0x2ff],
  [0x370, 0x45f],
  [0x1e00, 0x1eff],
  [0x2010, 0x203a],
  [0x20a0, 0x20bf],
  [0x2116, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2265],
] as const;

const letters = ranges
  .map(([first, last]) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index)))
  .join('');

const parts = await Promise.all(
  Object.entries(files).map(async ([name, file]) => {
    const whole = await readFile(resolve(`@expo-google-fonts/noto-sans/${file}`));
    const part = await subsetFont(whole, letters, { targetFormat: 'truetype' });
    return `  ${name}: '${part.toString('base64')}',\n`;
  }),
);
const note = '// Noto Sans (SIL Open Font License 1.1), made smaller by web/pdf/build-fonts.ts. Do not edit.\n';
await writeFile(new URL('fonts.generated.ts', import.meta.url), `${note}export const fonts = {\n${parts.join('')}} as const;\n`);
