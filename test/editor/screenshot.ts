import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { exampleFile, makeExampleWorkspace } from './exampleWorkspace.js';
import { packExtension } from './rig/pack.js';
import { Workbench } from './rig/workbench.js';

/** `npm run screenshot [-- <folder> <file> <text>]`: what a person sees, as pictures in `out/screenshots`. */
const [givenFolder, givenFile, text = 'OpenAI()'] = process.argv.slice(3);
const example = givenFolder === undefined ? makeExampleWorkspace() : undefined;
const workspace = example?.folder ?? path.resolve(givenFolder ?? '');
const file = path.join(workspace, givenFile ?? exampleFile);
if (!existsSync(file)) throw new Error(`${file} is not there`);

const folder = path.resolve('out/screenshots');
await mkdir(folder, { recursive: true });
const workbench = await Workbench.open({ workspace, file, vsix: await packExtension() });
const picture = async (name: string) => {
  const target = path.join(folder, `${name}.png`);
  await workbench.screenshot(target);
  console.log(path.relative(process.cwd(), target));
};
try {
  await workbench.page.locator('[class*=squiggly-]').first().waitFor();
  await workbench.problems();
  await picture('1-problems');
  await workbench.hover(text);
  await picture('2-hover');
  await workbench.quickFix(text, /./);
  await picture('3-quick-fixes');
  await workbench.page.keyboard.press('Escape');
  if (example) {
    await workbench.applyQuickFix(text, /Leg endpoint .* vast: contract/);
    const rows = await workbench.problems();
    await rows.filter({ hasText: 'endpoint-zonder-contract' }).first().waitFor({ state: 'detached' });
    await picture('4-after-the-fix');
  }
} finally {
  await workbench.close();
  example?.remove();
}
