namespace TorchSharp.Operations;

/// <summary>Whether all or any elements are other than zero.</summary>
internal static class Truths
{
    internal static Tensor All(Tensor input, long? dim, bool keepdim) => Fold(input, dim, keepdim, all: true);

    internal static Tensor Any(Tensor input, long? dim, bool keepdim) => Fold(input, dim, keepdim, all: false);

    private static Tensor Fold(Tensor input, long? dim, bool keepdim, bool all)
    {
        var shape = ReducedShape.Of(input.Layout, dim is { } d ? [d] : [], keepdim);
        var answer = Filling.Full(shape.Result, all, ScalarType.Bool);
        using var work = EngineWork.Begin();
        using var truths = input.dtype == ScalarType.Bool ? input.Share() : Copying.Convert(input, ScalarType.Bool);
        using var ordered = shape.Arrange(truths);
        ReadOnlySpan<bool> x = ordered.Tensor.Elements<bool>();
        var y = answer.Elements<bool>();
        for (var i = 0; i < x.Length; i++)
        {
            if (x[i] != all) y[shape.ResultIndex(i)] = !all;
        }
        return answer;
    }
}
