using FusedRecurrent.Kernels.Recurrent;
using static TorchSharp.torch;

namespace FusedRecurrent.Passes;

/// <summary>
/// The same network out of libtorch's own operations, step by step. Slower, but on any device, in any floating type, and differentiable
/// as often as one likes: for what the kernels do not do.
/// </summary>
internal static class OperationsPass
{
    /// <summary>
    /// As <see cref="NetworkForward.Run"/>; <paramref name="noises"/> are the dropout factors to use, null to draw them.
    /// </summary>
    internal static (Tensor Output, Tensor Hidden, Tensor? Cell) Run(
        NetworkShape shape, RowOrder rows, Tensor x, Tensor? h0, Tensor? c0, IReadOnlyList<Tensor> weights, bool training,
        Tensor?[]? noises)
    {
        Tensor input = shape.BatchFirst ? x.transpose(0, 1) : x;
        Tensor? running = Running(rows, x.device);
        List<Tensor> lastHidden = [], lastCell = [];
        for (int layer = 0; ; layer++)
        {
            var outputs = new Tensor[shape.Directions];
            for (int direction = 0; direction < shape.Directions; direction++)
            {
                int pass = (layer * shape.Directions) + direction;
                var (y, h, c) = RunPass(shape, pass, weights, input, running, h0?[pass], c0?[pass]);
                outputs[direction] = y;
                lastHidden.Add(h);
                lastCell.Add(c);
            }

            input = outputs.Length == 1 ? outputs[0] : cat(outputs, -1);
            if (layer == shape.Layers - 1)
            {
                break;
            }

            if (noises != null)
            {
                input = noises[layer] is { } noise ? input.mul(noise) : input;
            }
            else if (training && shape.Dropout > 0)
            {
                input = nn.functional.dropout(input, shape.Dropout, true);
            }
        }

        return (shape.BatchFirst ? input.transpose(0, 1) : input, stack(lastHidden), shape.Cell == CellKind.Lstm ? stack(lastCell) : null);
    }

    private static (Tensor Output, Tensor Hidden, Tensor Cell) RunPass(
        NetworkShape shape, int pass, IReadOnlyList<Tensor> weights, Tensor input, Tensor? running, Tensor? h0, Tensor? c0)
    {
        int first = pass * shape.ParametersPerPass;
        Tensor hiddenWeight = weights[first + 1].t();
        Tensor? inputBias = shape.Bias ? weights[first + 2] : null, hiddenBias = shape.Bias ? weights[first + 3] : null;
        Tensor pre = nn.functional.linear(input, weights[first], inputBias);
        Tensor h = h0 ?? zeros([input.shape[1], shape.HiddenSize], input.dtype, input.device), c = c0 ?? zeros_like(h);
        long steps = input.shape[0];
        var outputs = new Tensor[steps];
        for (long s = 0; s < steps; s++)
        {
            long t = shape.Pass(pass).Reverse ? steps - 1 - s : s;
            Tensor side = hiddenBias is null ? h.mm(hiddenWeight) : h.mm(hiddenWeight) + hiddenBias;
            var (newH, newC) = Step(shape.Cell, pre[t], side, h, c);
            if (running is not null)
            {
                Tensor runs = running[t];
                outputs[t] = newH.masked_fill(runs.logical_not(), 0);
                (newH, newC) = (where(runs, newH, h), where(runs, newC, c));
            }
            else
            {
                outputs[t] = newH;
            }

            (h, c) = (newH, newC);
        }

        return (stack(outputs), h, c);
    }

    /// <summary>One step from the two sides of the pre-activations.</summary>
    internal static (Tensor Hidden, Tensor Cell) Step(CellKind kind, Tensor inputSide, Tensor hiddenSide, Tensor h, Tensor c)
    {
        if (kind is CellKind.RnnTanh or CellKind.RnnRelu)
        {
            Tensor a = inputSide + hiddenSide;
            return (kind == CellKind.RnnTanh ? a.tanh() : a.relu(), c);
        }

        if (kind == CellKind.Gru)
        {
            Tensor[] x = inputSide.chunk(3, -1), y = hiddenSide.chunk(3, -1);
            Tensor r = (x[0] + y[0]).sigmoid(), z = (x[1] + y[1]).sigmoid(), n = (x[2] + (r * y[2])).tanh();
            return (n + (z * (h - n)), c);
        }

        Tensor[] gates = (inputSide + hiddenSide).chunk(4, -1);
        Tensor cell = (gates[1].sigmoid() * c) + (gates[0].sigmoid() * gates[2].tanh());
        return (gates[3].sigmoid() * cell.tanh(), cell);
    }

    /// <summary>[time, batch, 1]: whether a sequence is still running; null where all run to the end.</summary>
    private static Tensor? Running(RowOrder rows, Device device) => rows.Lengths == null
        ? null
        : arange(rows.Steps, device: device).unsqueeze(1).lt(tensor(rows.Lengths, device: device).unsqueeze(0)).unsqueeze(-1);
}
