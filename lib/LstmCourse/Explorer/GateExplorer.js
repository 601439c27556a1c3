// Brings every gate explorer on the page to life that is not alive yet. Each lives in a shadow root of its own, so that neither
// the page's styles nor a second explorer can disturb it. `drawing` and the functions of LstmStep.js stand above in the same scope.
const styles = `
  :host { display: block; }
  .card { --ink: #24292f; --muted: #57606a; --ground: #ffffff; --track: #eaeef2; --line: #d0d7de; --cell: #24292f;
    --forget: #d55e00; --input: #0072b2; --candidate: #008a63; --output: #b8558f; --hidden: #c27c00;
    color: var(--ink); background: var(--ground); border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px;
    max-width: 1010px; box-sizing: border-box; font: 13px/1.45 Helvetica, Arial, "Liberation Sans", sans-serif; }
  .card.dark { --ink: #e6edf3; --muted: #9da7b3; --ground: #161b22; --track: #2d333b; --line: #444c56; --cell: #e6edf3;
    --forget: #ff8b3d; --input: #4fb3f0; --candidate: #35c795; --output: #e39bc4; --hidden: #f0b13c; }
  .columns { display: flex; flex-wrap: wrap; gap: 12px 24px; }
  .sliders { flex: 1 1 260px; min-width: 240px; }
  .picture { flex: 2 1 420px; min-width: 300px; }
  .picture svg { display: block; width: 100%; height: auto; }
  fieldset { border: 0; margin: 0 0 8px; padding: 0; }
  legend { color: var(--muted); padding: 0; margin-bottom: 2px; }
  label { display: grid; grid-template-columns: 92px 1fr 52px; align-items: center; gap: 8px; min-height: 26px; }
  input { width: 100%; min-width: 0; margin: 0; accent-color: var(--input); }
  output { text-align: right; font-variant-numeric: tabular-nums; }
  button { font: inherit; color: var(--ink); background: var(--track); border: 1px solid var(--line); border-radius: 6px;
    padding: 4px 10px; margin: 2px 6px 2px 0; cursor: pointer; }
  pre { margin: 10px 0 0; padding: 8px 0 0; border-top: 1px solid var(--line); overflow-x: auto; white-space: pre;
    font: 12px/1.6 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; color: var(--ink); background: none; }
  [data-role=ground] { fill: var(--ground); }
  [data-role=track] { fill: var(--track); }
  [data-role=zero] { stroke: var(--muted); }
  [data-role=ink] { fill: var(--ink); }
  [data-role=muted] { fill: var(--muted); }
  [data-color=forget] { fill: var(--forget); } [data-color=input] { fill: var(--input); }
  [data-color=candidate] { fill: var(--candidate); } [data-color=output] { fill: var(--output); }
  [data-color=cell] { fill: var(--cell); } [data-color=hidden] { fill: var(--hidden); }`;

const sliders = [
  ["what comes in", [["x", "input x", 3], ["h", "hidden h", 1], ["c", "cell c", 3]]],
  ["the gates' biases", [["f", "forget b_f", 6], ["i", "input b_i", 6], ["g", "candidate b_g", 6], ["o", "output b_o", 6]]],
];

function explore(host) {
  const initial = JSON.parse(host.dataset.lstmGateExplorer);
  const state = structuredClone(initial);
  const root = host.attachShadow({ mode: "open" });
  const slider = ([key, label, limit]) => `<label><span>${label}</span>
    <input type="range" data-key="${key}" min="${-limit}" max="${limit}" step="0.05"><output></output></label>`;
  root.innerHTML = `<style>${styles}</style><div class="card"><div class="columns"><div class="sliders">
    ${sliders.map(([legend, rows]) => `<fieldset><legend>${legend}</legend>${rows.map(slider).join("")}</fieldset>`).join("")}
    <button data-action="next" title="Let h′ and c′ be the h and c of the next step">carry h′ and c′ on</button>
    <button data-action="reset">start again</button></div><div class="picture">${drawing}</div></div><pre></pre></div>`;

  const read = key => key in state.weights ? state.weights[key].b : state[key];
  const write = (key, value) => { if (key in state.weights) state.weights[key].b = value; else state[key] = value; };

  const draw = () => {
    const step = lstmStep(state.x, state.h, state.c, state.weights);
    for (const input of root.querySelectorAll("input")) {
      input.value = read(input.dataset.key);
      input.nextElementSibling.value = decimals(read(input.dataset.key), 2);
    }
    for (const row of root.querySelectorAll("[data-row]")) {
      const { row: key, min, max, left, width } = row.dataset;
      const place = value => Number(left) + (Math.min(Math.max(value, min), max) - min) / (max - min) * width;
      const [from, to] = [place(Math.max(min, 0)), place(step[key])];
      const bar = row.querySelector("[data-bar]");
      bar.setAttribute("x", Math.min(from, to));
      bar.setAttribute("width", Math.abs(to - from));
      row.querySelector("[data-value]").textContent = number(step[key]);
    }
    root.querySelector("pre").textContent = equations(step, state.weights).join("\n");
    return step;
  };

  root.addEventListener("input", event => { write(event.target.dataset.key, Number(event.target.value)); draw(); });
  root.addEventListener("click", event => {
    const action = event.target.dataset.action;
    if (action === "next") {
      const step = draw();
      [state.h, state.c] = [step.hidden, step.cell];
    } else if (action === "reset") {
      Object.assign(state, structuredClone(initial));
    } else {
      return;
    }
    draw();
  });

  // The text that the page gives us is light exactly where its ground is dark, in VS Code, Jupyter and on a site alike.
  const follow = () => {
    const [r, g, b] = getComputedStyle(host).color.match(/[\d.]+/g).map(Number);
    root.querySelector(".card").classList.toggle("dark", 0.299 * r + 0.587 * g + 0.114 * b > 140);
  };
  const observer = new MutationObserver(follow);
  for (const element of [document.documentElement, document.body]) observer.observe(element, { attributes: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow);

  draw();
  follow();
}

// A front end may run this before it has put the output on the page.
function start(attempts) {
  const hosts = [...document.querySelectorAll("[data-lstm-gate-explorer]")].filter(host => !host.shadowRoot);
  for (const host of hosts) explore(host);
  if (hosts.length === 0 && attempts > 0) setTimeout(start, 100, attempts - 1);
}

start(50);
