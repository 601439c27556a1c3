// A Jupyter Notebook server of its own, on a copy of the notebooks, so that nothing in the repository is written to.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise(done => server.close(done));
  return port;
}

/** Starts the server; kernels are found where JUPYTER_DATA_DIR says. */
export async function startServer() {
  const folder = mkdtempSync(path.join(tmpdir(), "course-notebook-"));
  mkdirSync(path.join(folder, "notebooks"));
  cpSync(path.join(root, "notebooks", "02-lstm-from-scratch.ipynb"), path.join(folder, "notebooks", "02-lstm-from-scratch.ipynb"));
  for (const name of ["artifacts", "data"]) symlinkSync(path.join(root, name), path.join(folder, name));

  const port = await freePort();
  const program = spawn("/usr/bin/jupyter-notebook", [
    "--no-browser", "--allow-root", "--ip=127.0.0.1", `--port=${port}`, "--port-retries=0", `--notebook-dir=${folder}`,
    "--NotebookApp.token=", "--NotebookApp.password=",
  ], { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  for (const stream of [program.stdout, program.stderr]) stream.on("data", text => { log += text; });
  const exited = once(program, "exit");

  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt++) {
    try {
      if ((await fetch(`${address}/api`)).ok) break;
    } catch (error) {
      if (attempt > 300 || program.exitCode !== null) throw new Error(`the server did not start: ${log}`, { cause: error });
      await new Promise(done => setTimeout(done, 100));
    }
  }

  return {
    address,
    log: () => log,
    async stop() {
      // The first signal asks for confirmation, which a server without a terminal gives itself; it then ends its kernels.
      program.kill("SIGTERM");
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
