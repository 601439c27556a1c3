// Every drawing and table that is committed in the notebooks, on a light and on a dark page: legible, and not wider than the page.
// Needs CHROMIUM; writes what it saw to artifacts/screenshots.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { illegibleTexts } from "./contrast.mjs";
import { root } from "./server.mjs";

const screenshots = path.join(root, "artifacts", "screenshots");
const notebooks = path.join(root, "notebooks");
const grounds = { light: "background: #ffffff; color: #1f1f1f", dark: "background: #1f1f1f; color: #dddddd" };
const text = value => Array.isArray(value) ? value.join("") : value;
let browser;

function pageOf(file, ground) {
  const { cells } = JSON.parse(readFileSync(path.join(notebooks, file), "utf8"));
  const outputs = cells.flatMap((cell, number) => (cell.outputs ?? [])
    .map(output => ({ number, content: text(output.data?.["text/html"] ?? output.data?.["image/svg+xml"]) })))
    .filter(output => output.content);
  const areas = outputs.map(({ number, content }) => `<div class="output_subarea" data-cell="${number}">${content}</div>`);
  const style = `font: 13px sans-serif; ${ground}`;
  return { count: outputs.length, html: `<!doctype html><meta charset="utf-8"><body style="${style}">${areas.join("<hr>")}` };
}

describe("The committed outputs", () => {
  before(async () => {
    mkdirSync(screenshots, { recursive: true });
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    });
  });

  after(() => browser?.close());

  for (const file of readdirSync(notebooks).filter(name => name.endsWith(".ipynb"))) {
    for (const [theme, ground] of Object.entries(grounds)) {
      it(`${file} is legible on a ${theme} ground`, async () => {
        const page = await browser.newPage({ viewport: { width: 900, height: 800 }, colorScheme: theme });
        const { count, html } = pageOf(file, ground);
        assert.ok(count > 0);
        await page.setContent(html);
        await page.waitForFunction(() => [...document.querySelectorAll("[data-lstm-gate-explorer]")].every(host => host.shadowRoot));
        await page.screenshot({ path: path.join(screenshots, `${file.slice(0, 2)}-outputs-${theme}.png`), fullPage: true });
        assert.deepEqual(await page.evaluate(illegibleTexts), []);
        assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll(".output_subarea")]
          .filter(area => area.scrollWidth > area.clientWidth + 1)
          .map(area => `cell ${area.dataset.cell} is ${area.scrollWidth} wide`)), []);
        await page.close();
      });
    }
  }
});
