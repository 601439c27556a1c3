using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Portable.Tests.Conformance;

/// <summary>The questions of facts.txt that concern data loaders.</summary>
internal static class DataQuestions
{
    internal static readonly Dictionary<string, Func<object?>> Loaders = new()
    {
        ["TensorDataset+DataLoader"] = () =>
        {
            using var loader = DataLoader(TensorDataset(arange(10).reshape(5, 2), arange(5)), 2, shuffle: true, seed: 1);
            var seen = "";
            foreach (var batch in loader) seen += $"{batch.GetType().Name}[{batch.Count}] {D(batch[0])} y={batch[1].npstr()}; ";
            return seen + " Count=" + loader.Count;
        },
        ["custom dataset"] = () =>
        {
            using var loader = DataLoader(new Sevenfold(), 3, shuffle: false, drop_last: true, num_worker: 1);
            var seen = "";
            foreach (var batch in loader) seen += string.Join(",", batch.Select(kv => kv.Key + ":" + D(kv.Value))) + "; ";
            return seen;
        },
        ["batch disposed after iter"] = () =>
        {
            Tensor? keep = null;
            using var loader = DataLoader(new Sevenfold(), 3);
            foreach (var batch in loader) keep ??= batch["x"];
            return keep!.IsInvalid;
        },
    };

    private static string D(Tensor t) => $"{t.dtype} [{string.Join(",", t.shape)}]";

    private sealed class Sevenfold : Dataset
    {
        public override long Count => 7;

        public override Dictionary<string, Tensor> GetTensor(long index) => new() { ["x"] = full(4, (float)index), ["y"] = tensor(index) };
    }
}
