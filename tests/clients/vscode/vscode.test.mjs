// What VS Code's Jupyter extension does with the course's kernel, on a machine that has the .NET SDK and no Python: node --test
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { installFor, root } from "./kernelspec.mjs";
import { RawKernel, within } from "./raw-kernel.mjs";

const home = mkdtempSync(path.join(tmpdir(), "course-vscode-"));
// The kernel finds no program by name: whatever it needs beyond its own argv is not there, a Python least of all.
const options = { runtimeFolder: home, cwd: path.join(root, "notebooks"), env: { HOME: home, PATH: path.join(home, "empty") } };
let spec, kernel;

describe("VS Code's raw kernel", () => {
  before(async () => {
    spec = installFor(home);
    kernel = await RawKernel.start(spec, options);
  });

  after(async () => {
    await kernel?.end();
    rmSync(home, { recursive: true, force: true });
  });

  it("finds a kernelspec that it starts without Python", () => {
    assert.equal(spec.language, "C#");
    assert.equal(spec.interrupt_mode, "message");
    assert.ok(path.isAbsolute(spec.argv[0]));
    assert.match(path.basename(spec.argv[0]), /^dotnet/);
    assert.ok(spec.argv.includes("{connection_file}"));
    assert.ok(!spec.argv.some(argument => /python|jupyter/i.test(path.basename(argument))));
  });

  it("is introduced to a C# kernel", () => {
    assert.equal(kernel.info.status, "ok");
    assert.equal(kernel.info.protocol_version, "5.3");
    assert.equal(kernel.info.language_info.name, "C#");
    assert.equal(kernel.info.language_info.file_extension, ".cs");
  });

  it("runs a cell: busy, the code, the outputs, the result, idle", async () => {
    const cell = await kernel.execute('Console.WriteLine("hello"); display(HTML("<b>x</b>")); 6 * 7').done();
    assert.equal(cell.reply.content.status, "ok");
    assert.equal(cell.reply.content.execution_count, 1);
    assert.deepEqual(cell.types(), ["status", "execute_input", "stream", "display_data", "execute_result", "status"]);
    assert.equal(cell.of("execute_input")[0].execution_count, 1);
    assert.equal(cell.text(), "hello\n");
    assert.equal(cell.of("display_data")[0].data["text/html"], "<b>x</b>");
    assert.equal(cell.of("execute_result")[0].data["text/plain"], "42");
  });

  it("runs the course's first cell in the notebooks' folder and gets a live chart", async () => {
    const cell = await kernel.execute('#load "../artifacts/course.csx"\nusing LstmCourse.Charts;\nusing LstmCourse.Scratch.Scalar;\n'
      + "new MiniLstm().Run([0.1, 0.2, 0.3]).GateChart(new() { Title = \"Gates\" })").done();
    assert.equal(cell.reply.content.status, "ok", JSON.stringify(cell.of("error")));
    const [{ data }] = cell.of("execute_result");
    assert.ok(data["application/vnd.plotly.v1+json"].data.length >= 4);
    assert.match(data["image/svg+xml"], /^<svg/);
    assert.ok(data["text/plain"].length > 0);
  });

  it("updates a display in place", async () => {
    const cell = await kernel.execute('var bar = display("1 %"); bar.Update("100 %");').done();
    const [first] = cell.of("display_data"), [update] = cell.of("update_display_data");
    assert.ok(first.transient.display_id);
    assert.equal(update.transient.display_id, first.transient.display_id);
    assert.match(update.data["text/plain"], /100 %/);
  });

  it("runs silently without input, result or count", async () => {
    const before = (await kernel.execute("0").done()).reply.content.execution_count;
    const silent = await kernel.execute("1 + 1", { silent: true, store_history: false }).done();
    assert.deepEqual(silent.types(), ["status", "status"]);
    assert.equal((await kernel.execute("0").done()).reply.content.execution_count, before + 1);
  });

  it("shows an error once and does not run the cells that waited behind it", async () => {
    const failing = kernel.execute('System.Threading.Thread.Sleep(300); throw new InvalidOperationException("meant");');
    const waiting = [kernel.execute('Console.WriteLine("not to be seen");'), kernel.execute("1")];
    await failing.done();
    const [error, ...others] = failing.of("error");
    assert.equal(others.length, 0);
    assert.equal(error.evalue, "meant");
    assert.match(error.ename, /InvalidOperationException$/);
    assert.ok(error.traceback.every(line => typeof line === "string"));
    assert.equal(failing.reply.content.status, "error");
    for (const exchange of waiting) {
      await exchange.done();
      assert.equal(exchange.reply.content.status, "aborted");
      assert.equal(exchange.text(), "");
    }
    assert.equal((await kernel.execute("1").done()).reply.content.status, "ok");
  });

  it("completes members and variables", async () => {
    await kernel.execute("var gateOpenness = 0.5;").done();
    const members = await kernel.ask("complete_request", { code: "Console.WriteLi", cursor_pos: 15 });
    assert.equal(members.status, "ok");
    assert.ok(members.matches.includes("WriteLine"));
    assert.deepEqual([members.cursor_start, members.cursor_end], [8, 15]);
    assert.ok(members.metadata._jupyter_types_experimental.some(item => item.text === "WriteLine" && item.type));
    const variables = await kernel.ask("complete_request", { code: "gateOp", cursor_pos: 6 });
    assert.deepEqual(variables.matches, ["gateOpenness"]);
  });

  it("explains what the cursor is on", async () => {
    const found = await kernel.ask("inspect_request", { code: "Console.WriteLine", cursor_pos: 12, detail_level: 0 });
    assert.equal(found.found, true);
    assert.match(found.data["text/plain"], /WriteLine/);
    assert.match(found.data["text/markdown"], /WriteLine/);
    const nothing = await kernel.ask("inspect_request", { code: "   ", cursor_pos: 1, detail_level: 0 });
    assert.equal(nothing.found, false);
  });

  it("says whether code is complete", async () => {
    assert.equal((await kernel.ask("is_complete_request", { code: "1 + 2" })).status, "complete");
    assert.equal((await kernel.ask("is_complete_request", { code: "if (true) {" })).status, "incomplete");
    assert.equal((await kernel.ask("is_complete_request", { code: ") (" })).status, "invalid");
  });

  it("remembers what was run", async () => {
    await kernel.execute("40 + 2").done();
    const common = { output: true, raw: true };
    const tail = await kernel.ask("history_request", { ...common, hist_access_type: "tail", n: 1 });
    assert.equal(tail.history.length, 1);
    assert.deepEqual(tail.history[0][2], ["40 + 2", "42"]);
    const range = await kernel.ask(
      "history_request", { ...common, output: false, hist_access_type: "range", session: 0, start: 1, stop: 2 });
    assert.match(range.history[0][2], /^Console\.WriteLine\("hello"\)/);
    const search = await kernel.ask("history_request", { ...common, output: false, hist_access_type: "search", pattern: "40 ?*", n: 5 });
    assert.equal(search.history.at(-1)[2], "40 + 2");
  });

  it("has no widgets, and says so", async () => {
    assert.deepEqual(await kernel.ask("comm_info_request", { target_name: "jupyter.widget" }), { status: "ok", comms: {} });
    const open = kernel.request("shell", "comm_open", { comm_id: "one", target_name: "jupyter.widget", data: {} });
    await open.until(e => e.idle, "idle");
    assert.equal(open.of("comm_close")[0].comm_id, "one");
  });

  it("asks the person who sent the cell, and only where that is allowed", async () => {
    const cell = kernel.execute("var answer = Console.ReadLine(); answer.ToUpperInvariant()");
    const question = await kernel.question();
    assert.equal(question.header.msg_type, "input_request");
    assert.equal(question.parent_header.msg_id, cell.message.header.msg_id);
    assert.equal(typeof question.content.prompt, "string");
    assert.equal(question.content.password, false);
    kernel.answer(question, "größer");
    await cell.done();
    assert.equal(cell.of("execute_result")[0].data["text/plain"], "GRÖßER");

    const forbidden = await kernel.execute("Console.ReadLine()", { allow_stdin: false }).done();
    assert.equal(forbidden.reply.content.status, "error");
  });

  for (const channel of ["control", "shell"]) {
    it(`interrupts a cell by a message on ${channel}, and variables live on`, async () => {
      await kernel.execute("var kept = 7;").done();
      const cell = kernel.execute('Console.WriteLine("running"); while (true) { }');
      await cell.until(e => e.text() === "running\n", "output");
      const started = performance.now();
      const interrupt = kernel.request(channel, "interrupt_request", {});
      await Promise.all([cell.done(), interrupt.done()]);
      console.log(`interrupt on ${channel}: idle after ${Math.round(performance.now() - started)} ms`);
      assert.equal(interrupt.reply.header.msg_type, "interrupt_reply");
      assert.equal(interrupt.repliedOn, channel);
      assert.equal(cell.reply.content.status, "error");
      assert.equal(cell.of("error").length, 1);
      assert.equal((await kernel.execute("kept").done()).of("execute_result")[0].data["text/plain"], "7");
    });
  }

  it("interrupts a cell that waits for the person", async () => {
    const cell = kernel.execute("Console.ReadLine()");
    await kernel.question();
    kernel.request("control", "interrupt_request", {});
    await cell.done();
    assert.equal(cell.reply.content.status, "error");
  });

  it("survives the signal that clients without message mode send", async () => {
    const cell = kernel.execute('Console.WriteLine("running"); await Task.Delay(500); 5');
    await cell.until(e => e.text() === "running\n", "output");
    kernel.process.kill("SIGINT");
    await cell.done();
    assert.equal(cell.reply.content.status, "ok");
    assert.equal((await kernel.execute("kept").done()).of("execute_result")[0].data["text/plain"], "7");
  });

  it("answers on control while a cell runs", async () => {
    const cell = kernel.execute("await Task.Delay(2000);");
    await cell.until(e => e.of("execute_input").length > 0, "execute_input");
    await kernel.request("control", "kernel_info_request", {}).done();
    assert.ok(!cell.reply);
    await cell.done();
  });

  it("receives a long output whole", async () => {
    const cell = await kernel.execute('Console.Write(new string(\'x\', 5_000_000));').done();
    assert.equal(cell.text().length, 5_000_000);
  });

  it("drops what somebody without the key sends", async () => {
    const forged = kernel.forge("execute_request", { code: 'Environment.Exit(3);', silent: false, store_history: true });
    const honest = await kernel.execute("1").done();
    assert.equal(honest.reply.content.status, "ok");
    assert.equal(forged.reply, undefined);
    assert.deepEqual(forged.outputs, []);
    assert.ok(!kernel.standardError.includes(kernel.connection.key));
  });

  it("restarts: the process ends by itself, and a new one on the same ports knows nothing", async () => {
    const shutdown = kernel.request("control", "shutdown_request", { restart: true });
    await shutdown.until(e => e.reply, "shutdown_reply");
    assert.deepEqual(shutdown.reply.content, { status: "ok", restart: true });
    assert.deepEqual(await within(5000, kernel.exited, "the process's end"), { code: 0, signal: null });
    kernel.disconnect();
    await kernel.launch(spec, options);
    const cell = await kernel.execute("kept").done();
    assert.equal(cell.reply.content.status, "error");
    assert.match(cell.of("error")[0].evalue, /kept/);
    assert.equal((await kernel.execute("1").done()).reply.content.execution_count, 2);
  });

  it("shuts down in the middle of a cell", async () => {
    const cell = kernel.execute('Console.WriteLine("running"); while (true) { }');
    await cell.until(e => e.text() === "running\n", "output");
    const shutdown = kernel.request("control", "shutdown_request", { restart: false });
    await shutdown.until(e => e.reply, "shutdown_reply");
    assert.equal(shutdown.reply.content.restart, false);
    assert.deepEqual(await within(5000, kernel.exited, "the process's end"), { code: 0, signal: null });
  });

  it("was never sent an unsigned, incomplete or second answer", () => assert.deepEqual(kernel.problems, []));
});
