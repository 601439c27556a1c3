using TorchSharp.Portable.Tests.Golden;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;
using Reduction = TorchSharp.torch.nn.Reduction;

namespace TorchSharp.Portable.Tests.Losses;

public sealed class LossGoldenTests
{
    public static TheoryData<int, string, string> Cases()
    {
        var data = new TheoryData<int, string, string>();
        var cases = GoldenNumbers.Read("losses.txt");
        for (var i = 0; i < cases.Count; i++) data.Add(i, cases[i].Name, cases[i].Settings["reduction"]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Value_and_gradient_are_those_of_PyTorch(int index, string name, string reduction)
    {
        var golden = GoldenNumbers.Read("losses.txt")[index];
        var type = golden.Settings["dtype"] == "Float64" ? ScalarType.Float64 : ScalarType.Float32;
        var (input, loss) = Loss(name, reduction == "mean" ? Reduction.Mean : reduction == "sum" ? Reduction.Sum : Reduction.None, type);
        var x = input.detach().clone().requires_grad_();
        var value = loss(x);
        var tolerance = TrainingRecord.Tolerance(type);
        golden.Tensors["loss"].Matches(value, tolerance, "loss");
        (value * GoldenNumbers.Wave(value.shape, 0.3, 1, 0, type)).sum().backward();
        golden.Tensors["grad"].Matches(x.grad!, tolerance, "grad");
    }

    private static (Tensor Input, Func<Tensor, Tensor> Loss) Loss(string name, Reduction r, ScalarType type)
    {
        var logits = GoldenNumbers.Wave([3, 4], 0.5, 3, 0, type);
        var target = GoldenNumbers.Wave([3, 4], 1.7, 0.5, 0.5, type);
        var weight = GoldenNumbers.Wave([4], 0.2, 0.4, 1, type);
        var classes = tensor(new long[] { 2, 0, 3 });
        var ignored = tensor(new long[] { 2, 1, -100 });
        var images = GoldenNumbers.Wave([2, 4, 3], 0.5, 3, 0, type);
        var imageClasses = tensor(new long[,] { { 1, 3, 0 }, { 2, 1, 1 } });
        return name switch
        {
            "BCEWithLogits" => (logits, x => binary_cross_entropy_with_logits(x, target, reduction: r)),
            "BCEWithLogitsWeighted" => (logits, x => binary_cross_entropy_with_logits(x, target, weight, r, weight + 0.5)),
            "BCE" => (logits.sigmoid(), x => binary_cross_entropy(x, target, reduction: r)),
            "BCEWeighted" => (logits.sigmoid(), x => binary_cross_entropy(x, target, weight, r)),
            "MSE" => (logits, x => mse_loss(x, target, r)),
            "L1" => (logits, x => l1_loss(x, target, r)),
            "Huber" => (logits, x => huber_loss(x, target, 1.5, r)),
            "SmoothL1" => (logits, x => smooth_l1_loss(x, target, r, 0.7)),
            "KLDiv" => (logits.log_softmax(1), x => kl_div(x, target, log_target: false, reduction: r)),
            "KLDivLogTarget" => (logits.log_softmax(1), x => kl_div(x, -target, log_target: true, reduction: r)),
            "NLL" => (logits.log_softmax(1), x => nll_loss(x, classes, reduction: r)),
            "NLLWeighted" => (logits.log_softmax(1), x => nll_loss(x, classes, weight, r)),
            "NLL3d" => (images.log_softmax(1), x => nll_loss(x, imageClasses, reduction: r)),
            "CrossEntropy" => (logits, x => cross_entropy(x, classes, reduction: r)),
            "CrossEntropyWeighted" => (logits, x => cross_entropy(x, classes, weight, reduction: r)),
            "CrossEntropyIgnored" => (logits, x => cross_entropy(x, ignored, reduction: r)),
            "CrossEntropyIgnore1" => (logits, x => cross_entropy(x, tensor(new long[] { 2, 1, 3 }), ignore_index: 1, reduction: r)),
            "CrossEntropySmoothed" => (logits, x => cross_entropy(x, classes, label_smoothing: 0.1, reduction: r)),
            "CrossEntropySmoothedWeightedIgnored" => (logits, x => cross_entropy(x, ignored, weight, label_smoothing: 0.2, reduction: r)),
            "CrossEntropy3d" => (images, x => cross_entropy(x, imageClasses, reduction: r)),
            "CrossEntropy3dSmoothed" => (images, x => cross_entropy(x, imageClasses, weight, ignore_index: 1, label_smoothing: 0.1, reduction: r)),
            "CrossEntropyOneSample" => (logits[0], x => cross_entropy(x, tensor(2L), reduction: r)),
            "CrossEntropyProbabilities" => (logits, x => cross_entropy(x, target.softmax(1), weight, label_smoothing: 0.1, reduction: r)),
            _ => throw new ArgumentException(name),
        };
    }
}
