using static TorchSharp.torch;

namespace FusedRecurrent.Passes;

/// <summary>
/// Gradients that can be differentiated again (<c>create_graph</c>): the network is run once more in libtorch's own operations, and
/// libtorch differentiates that.
/// </summary>
internal static class DoubleBackward
{
    internal static Tensor?[] Run(
        Recording recording, Tensor x, Tensor? h0, Tensor? c0, List<Tensor> weights, Tape tape, List<Tensor> slopes)
    {
        var (y, h, c) = OperationsPass.Run(recording.Shape, recording.Rows, x, h0, c0, weights, training: false, tape.Noises);
        List<Tensor> outputs = c is null ? [y, h] : [y, h, c], wanted = [];
        Tensor?[] inputs = [x, h0, c0, .. weights];
        for (int i = 0; i < inputs.Length; i++)
        {
            if (recording.Needs[i])
            {
                wanted.Add(inputs[i]!);
            }
        }

        var gradients = autograd.grad(outputs, wanted, slopes, retain_graph: true, create_graph: true, allow_unused: true);
        var all = new Tensor?[inputs.Length];
        int next = 0;
        for (int i = 0; i < inputs.Length; i++)
        {
            if (recording.Needs[i])
            {
                var gradient = gradients[next++];
                all[i] = gradient.IsInvalid ? null : gradient;
            }
        }

        return all;
    }
}
