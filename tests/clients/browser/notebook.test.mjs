// A learner with Jupyter Notebook in a browser: opens notebook 02, runs all of it, looks at the charts, plays with the sliders.
// Needs CHROMIUM, or a Chromium in PATH; writes what it saw to artifacts/screenshots.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { illegibleTexts } from "./contrast.mjs";
import { root, startServer } from "./server.mjs";

const screenshots = path.join(root, "artifacts", "screenshots");
const all = JSON.parse(readFileSync(path.join(root, "notebooks", "02-lstm-from-scratch.ipynb"), "utf8")).cells;
const committed = all.filter(cell => cell.cell_type === "code");
const darkStyle = fileURLToPath(new URL("dark.css", import.meta.url));
const sigmoid = z => 1 / (1 + Math.exp(-z));
let server, browser, page;
const problems = [];

const menu = async (name, item) => {
  await page.click(`#menus >> text="${name}"`);
  await page.click(item);
};

const idle = () => page.waitForFunction(() => Jupyter.notebook.kernel.is_connected() && !Jupyter.notebook.kernel_busy
  && Jupyter.notebook.get_cells().every(cell => cell.cell_type !== "code" || cell.input_prompt_number !== "*"), null, { timeout: 120_000 });

/** Runs code in a new cell at the end and returns the cell's place on the page. */
const runBelow = async code => {
  const index = await page.evaluate(text => {
    const cell = Jupyter.notebook.insert_cell_at_bottom("code");
    cell.set_text(text);
    Jupyter.notebook.select(Jupyter.notebook.ncells() - 1);
    Jupyter.notebook.execute_cell();
    return Jupyter.notebook.ncells() - 1;
  }, code);
  return page.locator("#notebook-container > .cell").nth(index);
};

/** Saves the notebook and opens it again with a dark custom.css, as people have it; what is seen then comes from the file. */
const reopenWithDarkStyle = async () => {
  // The server trusts what was run here; cells that the old page put in without an id would cost the notebook its trust.
  await page.evaluate(count => {
    while (Jupyter.notebook.ncells() > count) Jupyter.notebook.delete_cell(Jupyter.notebook.ncells() - 1);
    return Jupyter.notebook.save_notebook();
  }, all.length);
  await page.route("**/custom/custom.css*", route => route.fulfill({ path: darkStyle, contentType: "text/css" }));
  await page.reload();
  await page.waitForFunction(() => window.Jupyter?.notebook?.kernel?.is_connected(), null, { timeout: 60_000 });
};

const value = row => page.textContent(`[data-lstm-gate-explorer] [data-row=${row}] [data-value]`);

describe("Jupyter Notebook in a browser", () => {
  before(async () => {
    mkdirSync(screenshots, { recursive: true });
    server = await startServer();
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    });
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.on("pageerror", error => problems.push(error.message));
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  it("finds the kernel by the notebook's own name for it", async () => {
    await page.goto(`${server.address}/notebooks/notebooks/02-lstm-from-scratch.ipynb`);
    await page.waitForFunction(() => window.Jupyter?.notebook?.kernel?.info_reply?.language_info, null, { timeout: 60_000 });
    assert.equal(await page.locator(".modal-dialog:visible").count(), 0);
    assert.match(await page.textContent("#kernel_indicator"), /C#/);
    assert.equal(await page.evaluate(() => Jupyter.notebook.kernel.info_reply.language_info.name), "C#");
  });

  it("runs all cells without an error and shows the kinds of outputs that are committed", async () => {
    await page.evaluate(() => Jupyter.notebook.clear_all_output());
    await menu("Cell", "#run_all_cells");
    await page.waitForFunction(
      () => Jupyter.notebook.get_cells().filter(c => c.cell_type === "code").at(-1).input_prompt_number > 0, null, { timeout: 120_000 });
    await idle();
    const seen = await page.evaluate(() => Jupyter.notebook.get_cells().filter(cell => cell.cell_type === "code")
      .map(cell => cell.output_area.outputs
        .map(output => output.output_type + (output.data ? ` ${Object.keys(output.data).sort().join(" ")}` : ""))));
    const expected = committed.map(cell => cell.outputs
      .map(output => output.output_type + (output.data ? ` ${Object.keys(output.data).sort().join(" ")}` : "")));
    assert.deepEqual(seen, expected);
  });

  it("shows every chart, wide enough to read and not wider than the page", async () => {
    const expected = committed.flatMap(cell => cell.outputs)
      .filter(output => output.data?.["image/svg+xml"] && !output.data["text/html"]).length;
    const sizes = await page.evaluate(() => [...document.querySelectorAll(".output_svg > div > svg")].map(svg => {
      const [box, area] = [svg.getBoundingClientRect(), svg.closest(".output_subarea").getBoundingClientRect()];
      const marks = svg.querySelectorAll("path, rect, line, circle, polyline").length;
      return { width: box.width, height: box.height, over: box.right - area.right, marks };
    }));
    assert.equal(sizes.length, expected);
    for (const size of sizes) assert.ok(size.width > 300 && size.height > 100 && size.over < 1 && size.marks > 5, JSON.stringify(size));
  });

  it("lets the sliders move the numbers and the bars", async () => {
    assert.equal(await value("f"), "0.818");
    const bar = () => page.getAttribute("[data-lstm-gate-explorer] [data-row=f] [data-bar]", "width").then(Number);
    const before = await bar();
    const slider = page.locator("[data-lstm-gate-explorer] input[data-key=f]");
    await slider.scrollIntoViewIfNeeded();
    await slider.focus();
    for (let k = 0; k < 40; k++) await page.keyboard.press("ArrowLeft");
    assert.equal(await value("f"), sigmoid(1.5 - 2).toFixed(3));
    assert.ok(await bar() < before);

    // The mouse, too: to the middle of the track, where c is 0, and from there to its right end, where c is 3.
    const box = await page.locator("[data-lstm-gate-explorer] input[data-key=c]").boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    assert.equal(await value("c"), "3.000");
    const cell = sigmoid(-0.5) * 3 + sigmoid(1.5) * Math.tanh(1.5);
    assert.equal(await value("cell"), cell.toFixed(3));
    assert.equal(await value("hidden"), (sigmoid(1.5) * Math.tanh(cell)).toFixed(3));
    await page.locator("[data-lstm-gate-explorer]").screenshot({ path: path.join(screenshots, "explorer-light.png") });
    await page.click("[data-lstm-gate-explorer] [data-action=reset]");
    assert.equal(await value("f"), "0.818");
  });

  it("asks for a line and gives it to the cell", async () => {
    const cell = await runBelow('var name = Console.ReadLine(); $"hello {name}"');
    const field = cell.locator("input.raw_input");
    await field.fill("Ada");
    await field.press("Enter");
    await idle();
    assert.match(await cell.locator(".output_result").textContent(), /hello Ada/);
  });

  it("interrupts from the menu and goes on", async () => {
    const endless = await runBelow('Console.WriteLine("started"); while (true) { }');
    await endless.locator("text=started").waitFor();
    await menu("Kernel", "#int_kernel");
    await endless.locator(".output_error").waitFor({ timeout: 10_000 });
    await idle();
    const next = await runBelow("name.Length");
    await idle();
    assert.match(await next.locator(".output_result").textContent(), /3/);
  });

  for (const theme of ["light", "dark"]) {
    it(`is legible in a ${theme} page`, async () => {
      await page.emulateMedia({ colorScheme: theme });
      if (theme === "dark") await reopenWithDarkStyle();
      await page.waitForFunction(
        dark => document.querySelector("[data-lstm-gate-explorer]")?.shadowRoot?.querySelector(".card").classList.contains("dark") === dark,
        theme === "dark", { timeout: 10_000 });
      const cells = page.locator("#notebook-container > .cell:has(.output_subarea)");
      for (let k = 0; k < await cells.count(); k++) {
        await cells.nth(k).screenshot({ path: path.join(screenshots, `02-${String(k + 1).padStart(2, "0")}-${theme}.png`) });
      }

      assert.deepEqual(await page.evaluate(illegibleTexts), []);
    });
  }

  it("ran without an error in the page", () => assert.deepEqual(problems, []));
});
