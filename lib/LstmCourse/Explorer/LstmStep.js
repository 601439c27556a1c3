// The step of LstmStep.cs for the page of the gate explorer. A test holds the two together.
const sigmoid = z => z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));

function lstmStep(x, h, c, weights) {
  const sum = gate => gate.w * x + gate.u * h + gate.b;
  const sums = { f: sum(weights.f), i: sum(weights.i), g: sum(weights.g), o: sum(weights.o) };
  const f = sigmoid(sums.f), i = sigmoid(sums.i), g = Math.tanh(sums.g), o = sigmoid(sums.o);
  const cell = f * c + i * g;
  return { x, h, c, sums, f, i, g, o, kept: f * c, written: i * g, cell, hidden: o * Math.tanh(cell) };
}

const decimals = (value, count) => {
  const text = value.toFixed(count);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
};

const number = value => decimals(value, 3);
const factor = value => value < 0 ? `(${number(value)})` : number(value);

function equations(step, weights) {
  const gate = (name, squash) => {
    const { w, u, b } = weights[name];
    const weight = value => String(Number(value.toFixed(3))).replace("-", "−");
    return `${name}  = ${squash}(${weight(w)}·${factor(step.x)} + ${weight(u)}·${factor(step.h)} + ${factor(b)})`
      + ` = ${squash}(${number(step.sums[name])}) = ${number(step[name])}`;
  };
  return [
    gate("f", "σ"), gate("i", "σ"), gate("g", "tanh"), gate("o", "σ"),
    `c′ = f·c + i·g = ${number(step.f)}·${factor(step.c)} + ${number(step.i)}·${factor(step.g)} = ${number(step.cell)}`,
    `h′ = o·tanh(c′) = ${number(step.o)}·tanh(${number(step.cell)}) = ${number(step.hidden)}`,
  ];
}
