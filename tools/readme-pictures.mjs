// Makes README's pictures from the outputs that stand in the notebooks: the gate explorer of 02, light and dark, and a chart of 01, whose
// drawing brings its own ground. Run it again when one of them changes:
//   npm ci --prefix tests/clients && node tools/readme-pictures.mjs
// Takes Chromium from CHROMIUM, or /usr/bin/chromium.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const images = path.join(root, "docs", "images");
const { chromium } = createRequire(path.join(root, "tests", "clients", "package.json"))("playwright-core");
const grounds = { light: "background: #ffffff; color: #1f2328", dark: "background: #0d1117; color: #f0f6fc" };

function outputOf(notebook, cellId, type) {
  const { cells } = JSON.parse(readFileSync(path.join(root, "notebooks", notebook), "utf8"));
  const content = cells.find(cell => cell.id === cellId)?.outputs?.map(output => output.data?.[type]).find(Boolean);
  if (!content) throw new Error(`expected an output of type ${type} in cell ${cellId} of ${notebook}, found none`);
  return [content].flat().join("");
}

writeFileSync(path.join(images, "gradients.svg"), outputOf("01-why-lstm-gradient-flow.ipynb", "measure-picture", "image/svg+xml"));
const explorer = outputOf("02-lstm-from-scratch.ipynb", "explorer-cell", "text/html");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});
for (const [scheme, ground] of Object.entries(grounds)) {
  const page = await browser.newPage({ viewport: { width: 900, height: 600 }, colorScheme: scheme, deviceScaleFactor: 2 });
  await page.setContent(`<!doctype html><meta charset="utf-8"><body style="margin: 0; ${ground}"><main>${explorer}</main>`);
  await page.waitForFunction(() => document.querySelector("[data-lstm-gate-explorer]")?.shadowRoot);
  await page.locator("main").screenshot({ path: path.join(images, `explorer-${scheme}.png`) });
}
await browser.close();
