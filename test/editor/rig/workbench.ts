import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { installExtension, startCodeServer } from './codeServer.js';
import { installRig } from './install.js';

const patience = 60_000;

export interface WorkbenchOptions {
  /** Folder to open. */
  readonly workspace: string;
  /** File to open first. */
  readonly file: string;
  /** Packed extension, installed as a user would. */
  readonly vsix: string;
}

/** The user interface as a person meets it, on a packed and installed extension. */
export class Workbench {
  private constructor(
    readonly page: Page,
    private readonly closeAll: () => Promise<void>,
  ) {}

  static async open(options: WorkbenchOptions): Promise<Workbench> {
    const scratch = await mkdtemp(path.join(os.tmpdir(), 'handreiking-workbench-'));
    const undo: (() => Promise<unknown>)[] = [() => rm(scratch, { recursive: true, force: true, maxRetries: 10 })];
    const closeAll = async () => {
      for (const step of undo.reverse()) await step();
    };
    try {
      const rig = await installRig();
      const folders = { userData: path.join(scratch, 'user'), extensions: path.join(scratch, 'extensions'), scratch };
      await installExtension(rig, folders, options.vsix);
      const editor = await startCodeServer(rig, folders);
      undo.push(() => editor.stop());
      const browser = await launchBrowser(rig.browser, scratch);
      undo.push(() => browser.close());
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.setDefaultTimeout(patience);
      await page.goto(editor.address(options.workspace, [['openFile', options.file]]));
      await page.locator('.monaco-editor .view-line').first().waitFor();
      return new Workbench(page, closeAll);
    } catch (error) {
      await closeAll();
      throw error;
    }
  }

  /** The wavy lines under the text of the editor, of one severity. */
  squiggles(severity: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.page.locator(`.squiggly-${severity}`);
  }

  /** Shows the Problems panel; the rows that it holds. */
  async problems(): Promise<Locator> {
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await this.retry(async () => {
      await this.page.keyboard.press('Control+Shift+M');
      await rows.first().waitFor({ timeout: 3000 });
    });
    return rows;
  }

  /** Puts the cursor inside a piece of the visible text and opens the quick-fix menu; the entry with this title. */
  async quickFix(inText: string, title: string | RegExp): Promise<Locator> {
    const entry = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    // The key is swallowed now and then while a widget of the editor is still moving.
    await this.retry(async () => {
      await this.clickText(inText);
      await this.page.keyboard.press('Control+.');
      await entry.waitFor({ timeout: 3000 });
    });
    return entry;
  }

  /** Chooses an entry of the quick-fix menu as a keyboard user does. */
  async applyQuickFix(inText: string, title: string | RegExp): Promise<void> {
    const entry = await this.quickFix(inText, title);
    const rows = await this.page.locator('.action-widget .monaco-list-row').count();
    const isFocused = () => entry.evaluate((row) => row.classList.contains('focused'));
    // Headings are rows too, which the arrow keys pass over.
    for (let step = 0; step < rows && !(await isFocused()); step++) await this.page.keyboard.press('ArrowDown');
    if (!(await isFocused())) throw new Error(`the arrow keys do not reach ${String(title)}`);
    await this.page.keyboard.press('Enter');
    await entry.waitFor({ state: 'detached' });
  }

  async hover(inText: string): Promise<Locator> {
    const widget = this.page.locator('.monaco-hover:visible .hover-contents, .monaco-hover:visible .hover-row').first();
    await this.retry(async () => {
      await this.page.mouse.move(0, 0);
      const { x, y } = await this.middleOf(inText);
      await this.page.mouse.move(x, y, { steps: 4 });
      await widget.waitFor({ timeout: 4000 });
    });
    return widget;
  }

  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }

  close(): Promise<void> {
    return this.closeAll();
  }

  private async clickText(text: string): Promise<void> {
    const { x, y } = await this.middleOf(text);
    await this.page.mouse.click(x, y);
  }

  /** Where a piece of text stands on the screen: counted in characters, because the editor's font has one width. */
  private async middleOf(text: string): Promise<{ x: number; y: number }> {
    const line = this.page.locator('.monaco-editor .view-line', { hasText: text }).first().locator('> span');
    const [box, whole] = [await line.boundingBox(), (await line.textContent()) ?? ''];
    if (!box) throw new Error(`'${text}' is not on the screen`);
    const middle = whole.indexOf(text) + text.length / 2;
    return { x: box.x + (box.width * middle) / whole.length, y: box.y + box.height / 2 };
  }

  private async retry(attempt: () => Promise<void>, times = 6): Promise<void> {
    for (let left = times; ; left--) {
      try {
        return await attempt();
      } catch (error) {
        if (left === 1) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }
}
