// Where VS Code looks for kernelspecs when there is no Python: the user's data folder.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";

export const root = fileURLToPath(new URL("../../..", import.meta.url));

const dataFolder = home =>
  process.platform === "darwin" ? path.join(home, "Library", "Jupyter") : path.join(home, ".local", "share", "jupyter");

/** Installs the kernel for a user whose home is `home`, by the command that the course tells learners to type, and reads what it wrote. */
export function installFor(home) {
  const env = { ...process.env, HOME: home };
  for (const name of ["JUPYTER_DATA_DIR", "JUPYTER_PATH", "XDG_DATA_HOME"]) delete env[name];
  execFileSync(path.join(root, "course"), ["kernel", "install"], { env, stdio: ["ignore", "ignore", "inherit"] });
  return JSON.parse(readFileSync(path.join(dataFolder(home), "kernels", "lstm-course", "kernel.json"), "utf8"));
}
