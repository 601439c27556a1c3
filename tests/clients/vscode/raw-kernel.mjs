// A kernel the way VS Code's Jupyter extension holds one for a kernelspec that is not Python's: it writes the connection file, spawns
// argv itself and talks ZeroMQ to the process. No Jupyter server and no Python stand between them.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import zmq from "zeromq";
import { decode, encode, newMessage } from "./wire.mjs";

// What the extension needs in messages on iopub; it fills in what is missing, which must not be necessary.
const needed = {
  stream: { name: "string", text: "string" },
  display_data: { data: "object", metadata: "object" },
  update_display_data: { data: "object", metadata: "object", transient: "object" },
  execute_input: { code: "string", execution_count: "number" },
  execute_result: { execution_count: "number", data: "object", metadata: "object" },
  error: { ename: "string", evalue: "string", traceback: "object" },
  status: { execution_state: "string" },
  clear_output: { wait: "boolean" },
  comm_close: { comm_id: "string" },
};

async function freePorts(count) {
  const servers = await Promise.all(Array.from({ length: count }, async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return server;
  }));
  const ports = servers.map(server => server.address().port);
  await Promise.all(servers.map(server => new Promise(done => server.close(done))));
  return ports;
}

/** Fails loudly where a hang would be the alternative. */
export async function within(milliseconds, promise, what) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what} did not come within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** One request: what came on iopub for it, its reply, and whether the kernel has said idle. */
class Exchange {
  outputs = [];
  #listeners = new Set();

  constructor(message) { this.message = message; }

  notify() { for (const listener of [...this.#listeners]) listener(); }

  /** Waits until something has come, 30 s at most. */
  async until(condition, what, milliseconds = 30_000) {
    if (condition(this)) return this;
    let listener;
    const come = new Promise(done => {
      listener = () => { if (condition(this)) done(); };
      this.#listeners.add(listener);
    });
    try {
      await within(milliseconds, come, `${what} after ${this.message.header.msg_type}`);
      return this;
    } finally {
      this.#listeners.delete(listener);
    }
  }

  done() { return this.until(e => e.reply && e.idle, "reply and idle"); }

  types() { return this.outputs.map(output => output.header.msg_type); }

  of(type) { return this.outputs.filter(output => output.header.msg_type === type).map(output => output.content); }

  text(name = "stdout") { return this.of("stream").filter(stream => stream.name === name).map(stream => stream.text).join(""); }
}

export class RawKernel {
  #exchanges = new Map();
  #questions = [];
  #questionWaits = [];
  #session = randomUUID();
  problems = [];
  standardError = "";

  static async start(spec, { runtimeFolder, cwd, env }) {
    const kernel = new RawKernel();
    const [shell_port, iopub_port, stdin_port, control_port, hb_port] = await freePorts(5);
    kernel.connection = {
      shell_port, iopub_port, stdin_port, control_port, hb_port, ip: "127.0.0.1", key: randomUUID(), transport: "tcp",
      signature_scheme: "hmac-sha256", kernel_name: "lstm-course",
    };
    kernel.file = path.join(runtimeFolder, `kernel-v3${randomUUID()}.json`);
    writeFileSync(kernel.file, JSON.stringify(kernel.connection), { mode: 0o600 });
    await kernel.launch(spec, { cwd, env });
    return kernel;
  }

  /** Spawns the process and connects; the same again after a restart. */
  async launch(spec, { cwd, env }) {
    const [program, ...rest] = spec.argv.map(argument => argument.replace("{connection_file}", this.file));
    this.process = spawn(program, rest, { cwd, env: { ...env, ...spec.env }, stdio: ["ignore", "pipe", "pipe"] });
    this.exited = new Promise(done => this.process.once("exit", (code, signal) => done({ code, signal })));
    this.process.stdout.resume();
    this.process.stderr.on("data", text => { this.standardError += text; });
    this.#connect();
    await this.#introduce();
  }

  /** Like the extension, asks until the kernel has both answered and been heard on iopub. */
  async #introduce() {
    for (let attempt = 0; attempt < 30; attempt++) {
      const exchange = this.request("shell", "kernel_info_request", {});
      try {
        await exchange.until(e => e.reply && e.idle, "kernel_info_reply and idle", 1000);
        this.info = exchange.reply.content;
        return;
      } catch (error) {
        const { exitCode } = this.process;
        if (exitCode !== null) throw new Error(`the kernel ended with ${exitCode}: ${this.standardError}`, { cause: error });
      }
    }
    throw new Error(`the kernel did not answer: ${this.standardError}`);
  }

  #connect() {
    const routingId = randomUUID();
    const unlimited = { receiveHighWaterMark: 0, maxMessageSize: -1, linger: 0 };
    const dealer = () => new zmq.Dealer({ routingId, sendHighWaterMark: 0, ...unlimited });
    this.sockets = { iopub: new zmq.Subscriber(unlimited), shell: dealer(), control: dealer(), stdin: dealer() };
    for (const [channel, socket] of Object.entries(this.sockets)) {
      socket.connect(`tcp://${this.connection.ip}:${this.connection[`${channel}_port`]}`);
      this.#listen(channel, socket);
    }
    this.sockets.iopub.subscribe();
  }

  async #listen(channel, socket) {
    try {
      for await (const frames of socket) this.#receive(channel, decode(frames, this.connection.key));
    } catch (error) {
      if (!socket.closed) this.problems.push(error.message);
    }
  }

  #receive(channel, message) {
    if (channel === "iopub") {
      for (const [field, type] of Object.entries(needed[message.header.msg_type] ?? {})) {
        if (typeof message.content[field] !== type) this.problems.push(`${message.header.msg_type} has no ${type} ${field}`);
      }
    }

    if (channel === "stdin") {
      const waiting = this.#questionWaits.shift();
      if (waiting) waiting(message); else this.#questions.push(message);
      return;
    }

    const exchange = this.#exchanges.get(message.parent_header.msg_id);
    if (!exchange) return;
    if (channel === "iopub") {
      exchange.outputs.push(message);
      if (message.header.msg_type === "status" && message.content.execution_state === "idle") exchange.idle = true;
    } else {
      if (exchange.reply) this.problems.push(`a second reply to ${exchange.message.header.msg_type}`);
      exchange.reply = message;
      exchange.repliedOn = channel;
    }
    exchange.notify();
  }

  request(channel, type, content) {
    const exchange = new Exchange(newMessage(type, content, this.#session));
    this.#exchanges.set(exchange.message.header.msg_id, exchange);
    this.#send(channel, encode(exchange.message, this.connection.key));
    return exchange;
  }

  /** Sends what the extension sends for a cell. */
  execute(code, more = {}) {
    return this.request("shell", "execute_request", {
      code, silent: false, store_history: true, user_expressions: {}, allow_stdin: true, stop_on_error: true, ...more,
    });
  }

  async ask(type, content, channel = "shell") { return (await this.request(channel, type, content).done()).reply.content; }

  /** The kernel's next question to the person. */
  question() {
    if (this.#questions.length) return this.#questions.shift();
    return within(30_000, new Promise(done => this.#questionWaits.push(done)), "input_request");
  }

  answer(question, value) {
    const reply = { ...newMessage("input_reply", { status: "ok", value }, this.#session), parent_header: question.header };
    this.#send("stdin", encode(reply, this.connection.key));
  }

  /** Sends a request that is signed with another key. */
  forge(type, content) {
    const exchange = new Exchange(newMessage(type, content, this.#session));
    this.#exchanges.set(exchange.message.header.msg_id, exchange);
    this.#send("shell", encode(exchange.message, "not the key"));
    return exchange;
  }

  #send(channel, frames) { this.sockets[channel].send(frames).catch(error => this.problems.push(error.message)); }

  disconnect() { for (const socket of Object.values(this.sockets)) socket.close(); }

  async end() {
    this.disconnect();
    this.process.kill("SIGKILL");
    await this.exited;
  }
}
